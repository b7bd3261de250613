package io.painchain.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.coverage.CoverageView;
import io.painchain.backend.coverage.CoverageView.Verdict;
import io.painchain.day.Backend.Stored;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.day.DaySettings;
import io.painchain.simulator.day.SimulatedDay;
import io.painchain.simulator.record.RequestCount;
import io.painchain.simulator.time.SettableClock;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * A day with an organization's webhook, of which one delivery in twenty never comes: nothing is lost, nothing doubled, nothing
 * in a wrong state, and GitHub is asked far less than on the same day without it, which is lived through first.
 * <p>
 * A whole day, with the troubles of {@link DayTest}, in ten to twenty minutes:
 * {@code mvn -Dtest=HookedDayTest -Dhooked.hours=24 -Dhooked.repositories=100 -Dtest.method.longest=60m test}; with
 * {@code -Dhooked.troubles=false} without outages, used up quotas and the kill; with {@code -Dhooked.alone=N} without the first
 * day, which asked for N; {@code -Dday.pages=true} keeps what polls got, and tells how much that is.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class HookedDayTest {

    private static final Logger LOG = Logger.getLogger(HookedDayTest.class);
    private static final String KEY = "test-connector-key";
    private static final String OWNER = "acme";
    private static final Duration STEP = Duration.ofSeconds(60);
    private static final int REPOSITORIES = Integer.getInteger("hooked.repositories", 50);
    private static final long SEED = Long.getLong("hooked.seed", 7);
    private static final Duration LENGTH = Duration.ofHours(Integer.getInteger("hooked.hours", 2));
    /** The outages take hours. */
    private static final boolean WHOLE = LENGTH.toHours() >= 12
            && Boolean.parseBoolean(System.getProperty("hooked.troubles", "true"));
    private static final double SHARE = 0.25;
    private static final Duration PROMPT = Duration.ofMinutes(5);
    /** Of a day on which GitHub is always there. */
    private static final double RELIABLE = 0.99;
    /** What the day without webhooks asked for, where that is known and need not be lived through again. */
    private static final int ALONE = Integer.getInteger("hooked.alone", 0);
    /** By then everything was read once. */
    private static final Duration BEGINNING = Duration.ofMinutes(30);
    /** Nobody compares any more, so the lists are read as usual again; a sweep comes every hour. */
    private static final int STEPS_TO_SETTLE = 20;
    private static final int STEPS_TO_REGISTER = 10;
    private static final Duration LONG_STEP = Duration.ofMinutes(5);

    @TestHTTPResource("/api")
    URI api;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    private final SettableClock clock = OneClock.CLOCK;
    private GitHubSimulator gitHub;
    private Connector connector;
    private Backend backend;
    private Reliability syncs;
    private SimulatedDay day;
    private Troubles troubles;
    private Webhooks webhooks;
    private String hook;
    private int missing;
    private Instant comparedAt;
    private Map<String, Integer> byRoute;
    private Map<String, Integer> routesAlone = Map.of();

    @Test
    void losesNothingAndAsksGitHubForLittle() throws Exception {
        int alone = ALONE > 0 ? ALONE : requestsWithoutHooks();
        try (GitHubSimulator simulator = GitHubSimulator.start(SimulatorConfig.of(clock))) {
            begin(simulator);
            register();

            int asked = requests(day.end());
            LOG.infof("%d requests to GitHub with webhooks (%s), %d without: %s, without: %s", asked, webhooks, alone, byRoute,
                    routesAlone);
            vouchesByHook();
            settle();

            Differences differences = Differences.between(day.truth(), eventsOfTheDay());
            Duration latency = latency();
            LOG.infof("Exact: %s; %s; of deliveries 95 %% were in the timeline within %s", differences.exactness(), syncs,
                    latency);
            assertThat(latency).isLessThan(PROMPT);
            assertThat(WHOLE || syncs.share() > RELIABLE).as("%s", syncs).isTrue();
            assertThat(differences.none()).as("%s", differences).isTrue();
            assertClaimsHold();
            assertThat(backend.coverage(day.start().plus(BEGINNING), day.end()).verdict()).isEqualTo(Verdict.complete);
            assertThat((double) asked / alone).as("%d with webhooks, %d without", asked, alone).isLessThanOrEqualTo(SHARE);
        } finally {
            connector.close();
        }
    }

    private int requestsWithoutHooks() throws Exception {
        try (GitHubSimulator simulator = GitHubSimulator.start(SimulatorConfig.of(clock))) {
            begin(simulator);
            int requests = requests(day.end());
            routesAlone = byRoute;
            logPages();
            return requests;
        } finally {
            connector.close();
        }
    }

    /** How much the raw answers of polls are, where {@code -Dday.pages=true} keeps them. */
    private void logPages() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var sums = statement.executeQuery("""
                        select count(*), coalesce(sum(body_bytes), 0), coalesce(sum(stored_bytes), 0) from delivery
                        where state = 'polled'""")) {
            sums.next();
            LOG.infof("%d pages kept, %d bytes as they came, %d as they are stored", sums.getLong(1), sums.getLong(2),
                    sums.getLong(3));
        }
    }

    /** From the delivery to its events, 95 of a hundred. */
    private Duration latency() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select percentile_cont(0.95) within group (order by extract(epoch from processed_at - received_at))
                        from delivery where state = 'mapped'""")) {
            found.next();
            double seconds = found.getDouble(1);
            assertThat(found.wasNull()).as("nothing was delivered").isFalse();
            return Duration.ofMillis(Math.round(1000 * seconds));
        }
    }

    private void begin(GitHubSimulator simulator) throws Exception {
        gitHub = simulator;
        webhooks = null;
        connector = new Connector(api, KEY, clock);
        backend = new Backend(api, json);
        backend.clear();
        syncs = new Reliability(backend);
        connector.cycle();
        clock.tick(STEP);
        day = SimulatedDay.in(gitHub.world(), DaySettings.of(REPOSITORIES, SEED).length(LENGTH)).withPoorFeed();
        troubles = new Troubles(gitHub, new WithheldDetails(gitHub, SEED), day.start(), LENGTH);
        backend.integrate(Map.of("token", SimulatorConfig.TOKEN, "apiUrl", gitHub.enterpriseUri().toString(),
                "repositories", day.repositories().stream().map(Repository::fullName).toList(), "branches", List.of("main"),
                "pollInterval", 300));
        connector.cycle();
    }

    /** As users do: a configuration, and the webhook made at GitHub by the connector. */
    private void register() throws Exception {
        String integration = backend.get("/integrations").path(0).path("id").asText();
        String inbox = "/v1/webhooks/github/" + integration;
        hook = backend.post("/webhooks/configs", Map.of("integration_id", integration, "repository_id", OWNER, "webhook_url",
                "https://painchain.example.com/api" + inbox), 201).path("id").asText();
        JsonNode registered = asked("PUT", "/registration");
        // The first reads of many repositories may have used up what GitHub allows in a minute.
        for (int i = 0; i < STEPS_TO_REGISTER && !registered.path("ok").asBoolean(); i++) {
            clock.tick(STEP);
            connector.cycle();
            registered = asked("PUT", "/registration");
        }
        assertThat(registered.path("ok").asBoolean()).as("%s", registered).isTrue();
        webhooks = new Webhooks(gitHub, OWNER, URI.create(api + inbox), day.start(), SEED);
        comparedAt = clock.instant();
    }

    private JsonNode asked(String method, String what) throws Exception {
        var answer = backend.later(method, "/webhooks/configs/" + hook + what);
        while (!answer.isDone()) {
            connector.work();
        }
        return backend.read(answer.get());
    }

    /** @return how many were sent to GitHub after the beginning */
    private int requests(Instant end) throws Exception {
        liveUntil(day.start().plus(BEGINNING));
        int before = gitHub.requests().total();
        Map<String, Integer> routesBefore = routes();
        if (WHOLE) {
            liveUntil(troubles.noon());
            connector.close();
            connector = new Connector(api, KEY, clock);
        }
        liveUntil(end);
        byRoute = routes();
        routesBefore.forEach((route, count) -> byRoute.merge(route, -count, Integer::sum));
        return gitHub.requests().total() - before;
    }

    private Map<String, Integer> routes() {
        return gitHub.requests().counts().stream()
                .collect(Collectors.toMap(RequestCount::route, RequestCount::count, Integer::sum, TreeMap::new));
    }

    private void liveUntil(Instant moment) throws Exception {
        for (Instant next = clock.instant().plus(STEP); next.isBefore(moment); next = next.plus(STEP)) {
            clock.set(next);
            day.advanceTo(next);
            if (WHOLE) {
                troubles.advanceTo(next);
            }
            if (webhooks != null) {
                webhooks.tell(day.repositories(), next);
                compare(next);
            }
            connector.work();
            connector.cycle();
            syncs.look();
            if (Duration.between(day.start(), next).toMinutes() % 60 == 0) {
                LOG.infof("%s: %d events happened, %d requests to GitHub, %s", next, day.truth().size(),
                        gitHub.requests().total(), webhooks);
            }
        }
    }

    /** As the backend does by itself, by the machine's clock. */
    private void compare(Instant now) throws Exception {
        Duration since = Duration.between(comparedAt, now);
        boolean due = since.toMinutes() >= 15 || missing > 0;
        if (due && !BackendLine.isDown()) {
            JsonNode compared = asked("POST", "/comparison");
            missing = compared.path("ok").asBoolean() ? 0 : Math.max(1, compared.path("missing").asInt());
            comparedAt = now;
            if (!compared.path("ok").asBoolean()) {
                LOG.infof("%s: %s", now, compared);
            }
        }
    }

    private void settle() throws Exception {
        for (int i = 0; i < STEPS_TO_SETTLE; i++) {
            clock.tick(LONG_STEP);
            webhooks.tell(day.repositories(), clock.instant());
            connector.work();
            connector.cycle();
        }
    }

    /** The ledger tells what webhooks told apart from what was read. */
    private void vouchesByHook() throws Exception {
        CoverageView ledger = backend.coverage(day.start().plus(BEGINNING), clock.instant());
        assertThat(ledger.repositories()).allSatisfy(repository -> assertThat(repository.sources())
                .extracting(CoverageView.Source::source).contains("hook:push", "hook:workflow_run")
                .doesNotContain("hook:tags"));
        assertClaimsHold();
    }

    private void assertClaimsHold() throws Exception {
        List<String> broken = Claims.broken(backend.coverage(day.start(), clock.instant()), day, eventsOfTheDay());
        assertThat(broken.stream().limit(20)).as("%d claims are broken at %s", broken.size(), clock.instant()).isEmpty();
    }

    /** The same names lived through the day without webhooks before. */
    private List<Stored> eventsOfTheDay() throws Exception {
        return backend.events().stream().filter(event -> !event.timestamp().isBefore(day.start())).toList();
    }
}
