package io.painchain.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.day.Backend.Stored;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.day.DaySettings;
import io.painchain.simulator.day.SimulatedDay;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.limit.RateResource;
import io.painchain.simulator.limit.TokenUsage;
import io.painchain.simulator.time.SettableClock;
import io.painchain.simulator.truth.TrueEvent;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Many repositories under one token, of which one in a hundred is active a minute: what that costs of the token's limits, and
 * how soon the timeline knows. Runs only where {@code scale.repositories} says how many; README.md tells the rest.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@EnabledIfSystemProperty(named = "scale.repositories", matches = "\\d+")
class ScaleTest {

    private static final Logger LOG = Logger.getLogger(ScaleTest.class);
    private static final String KEY = "test-connector-key";
    private static final int REPOSITORIES = Integer.getInteger("scale.repositories", 0);
    private static final int INTEGRATIONS = Integer.getInteger("scale.integrations", 1);
    private static final int POLL_INTERVAL = Integer.getInteger("scale.interval", 300);
    private static final int SETTLING = Integer.getInteger("scale.settling", 2);
    private static final int MEASURED = Integer.getInteger("scale.hours", 2);
    private static final boolean GRAPHQL = !"false".equals(System.getProperty("scale.graphql"));
    /** Each story goes on for hours, in about a dozen steps. */
    private static final double STORIES_PER_HOUR = Double.parseDouble(System.getProperty("scale.stories", "0.2"));
    private static final int QUOTA = 5_000;
    private static final int QUOTA_WHILE_SETTLING = 100_000;
    /** Repositories get other names from 30 % of it on; what was renamed before the first read goes by its new name. */
    private static final Duration LENGTH = Duration.ofHours(48);
    private static final Duration BEFORE = Duration.ofHours(2);
    private static final Duration AFTER = Duration.ofMinutes(75);
    private static final Duration REST_LATENCY = Duration.ofMillis(200);
    private static final Duration GRAPHQL_LATENCY = Duration.ofSeconds(2);

    @TestHTTPResource("/api")
    URI api;

    @Inject
    ObjectMapper json;

    private final SettableClock clock = OneClock.CLOCK;
    private final SimulatedTime time = new SimulatedTime(clock);
    private final long began = System.nanoTime();
    private GitHubSimulator gitHub;
    private Connector connector;
    private Backend backend;
    private SimulatedDay day;

    @Test
    void keepsWithinTheLimitsAndUpToDate() throws Exception {
        try (time;
                GitHubSimulator simulator = GitHubSimulator.start(SimulatorConfig.of(clock));
                Connector github = Connector.waiting(api, KEY, clock, time)) {
            gitHub = simulator;
            connector = github;
            backend = new Backend(api, json);
            begin();

            for (int hour = 1; hour <= SETTLING; hour++) {
                live(Duration.ofHours(1));
                log("settling");
            }
            gitHub.limits().leave(SimulatorConfig.TOKEN, QUOTA, QUOTA, clock.instant().plus(Duration.ofHours(1)));
            Instant from = clock.instant();
            for (int hour = 1; hour <= MEASURED; hour++) {
                live(Duration.ofHours(1));
                TokenUsage usage = log("measured");
                assertThat(usage.primaryRefusals() + usage.secondaryViolations()).isZero();
            }
            Instant to = clock.instant();
            live(AFTER);
            log("after");

            tell(from, to);
        }
    }

    private void begin() throws Exception {
        connector.tick();
        clock.tick(Duration.ofMinutes(1));
        day = SimulatedDay
                .in(gitHub.world(), DaySettings.of(REPOSITORIES, 7).storiesPerHour(STORIES_PER_HOUR).length(LENGTH))
                .withPoorFeed();
        clock.tick(BEFORE);
        day.advanceTo(clock.instant());
        gitHub.api().latency(this::answerLater);
        // The first reads would take five hours of the usual quota; they are not what is measured.
        gitHub.limits().leave(SimulatorConfig.TOKEN, QUOTA_WHILE_SETTLING, QUOTA_WHILE_SETTLING,
                clock.instant().plus(Duration.ofHours(1)));
        if (!GRAPHQL) {
            gitHub.faults().on("/**graphql", Faults.UNTIL_CLEARED, Fault.status(404));
        }
        List<String> names = day.repositories().stream().map(Repository::fullName).toList();
        for (int i = 0; i < INTEGRATIONS; i++) {
            backend.integrate(Map.of("token", SimulatorConfig.TOKEN, "apiUrl", gitHub.enterpriseUri().toString(),
                    "repositories", names.subList(i * names.size() / INTEGRATIONS, (i + 1) * names.size() / INTEGRATIONS),
                    "branches", List.of("main"), "pollInterval", POLL_INTERVAL));
        }
    }

    private void answerLater(RateResource resource) {
        try {
            time.sleep((resource == RateResource.GRAPHQL ? GRAPHQL_LATENCY : REST_LATENCY).toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Second by second, as the connector is ticked. */
    private void live(Duration length) throws InterruptedException {
        Instant end = clock.instant().plus(length);
        while (clock.instant().isBefore(end)) {
            time.advanceTo(clock.instant().plusSeconds(1));
            day.advanceTo(clock.instant());
            connector.tick();
        }
    }

    private void tell(Instant from, Instant to) throws Exception {
        List<TrueEvent> truth = day.truth().stream().filter(event -> !event.at().isBefore(from) && event.at().isBefore(to))
                .toList();
        List<Stored> timeline = backend.events().stream()
                .filter(event -> !event.timestamp().isBefore(from) && event.timestamp().isBefore(to)).toList();
        LOG.infof("%d events; repositories active a minute: %.1f\n%s\nagainst the truth: %s", truth.size(),
                active(truth, Duration.between(from, to)), Delays.between(truth, timeline),
                Differences.between(truth, timeline));
    }

    /** In how many repositories something happens a minute. */
    private static double active(List<TrueEvent> events, Duration span) {
        return events.stream().map(event -> event.shownAt().getEpochSecond() / 60 + event.project()).distinct().count()
                / (double) span.toMinutes();
    }

    /** What the last hour cost. */
    private TokenUsage log(String phase) {
        TokenUsage usage = gitHub.limits().usageOf(SimulatorConfig.TOKEN);
        LOG.infof("%s %s: REST %d and %d unchanged, GraphQL %d points; at most %d points a minute, %d of GraphQL, %d at once;"
                + " refused %d and %d; %d s, of the processor %d s\n  %s", phase, clock.instant(),
                usage.used().getOrDefault(RateResource.CORE, 0), gitHub.requests().notModified(),
                usage.used().getOrDefault(RateResource.GRAPHQL, 0), usage.mostPointsPerMinute(),
                usage.mostGraphQlPointsPerMinute(), usage.mostConcurrent(), usage.primaryRefusals(),
                usage.secondaryViolations(), Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                ProcessHandle.current().info().totalCpuDuration().map(Duration::toSeconds).orElse(0L), routes());
        gitHub.limits().forgetUsage();
        gitHub.requests().reset();
        return usage;
    }

    private String routes() {
        return gitHub.requests().counts().stream().sorted((one, other) -> other.count() - one.count()).limit(24)
                .map(count -> count.count() + " " + count.route() + " " + count.status()).collect(Collectors.joining("\n  "));
    }
}
