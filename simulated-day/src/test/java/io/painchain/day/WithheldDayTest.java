package io.painchain.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.day.Backend.Stored;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.day.DaySettings;
import io.painchain.simulator.day.SimulatedDay;
import io.painchain.simulator.fault.Condition;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.limit.LimitSettings;
import io.painchain.simulator.time.SettableClock;
import io.painchain.simulator.truth.WithheldDetail;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Some hours in which a share of all details fails for good: the events are all there, and what they lack is just that. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class WithheldDayTest {

    private static final String KEY = "test-connector-key";
    private static final Duration STEP = Duration.ofSeconds(60);
    private static final int REPOSITORIES = 50;
    private static final long SEED = 11;
    private static final Duration LENGTH = Duration.ofHours(5);
    private static final double SHARE = 0.01;
    /** A sweep comes every hour; the feed is up to ten minutes late. */
    private static final int STEPS_TO_SETTLE = 75;
    private static final List<String> DETAILS = List.of("actions/runs/*/attempts/*/jobs", "check-runs/*/annotations",
            "compare/*", "pulls/*/files", "pulls/*/commits");
    /** Other names, such as whether a pull request merges, are missing while GitHub has nothing to tell. */
    private static final Set<String> FACTS = Set.of("failed_jobs", "error_excerpt", "commits", "files", "cycle_time_seconds");

    @TestHTTPResource("/api")
    URI api;

    @Inject
    ObjectMapper json;

    private final SettableClock clock = OneClock.CLOCK;

    @Test
    void lacksJustWhatIsWithheld() throws Exception {
        try (GitHubSimulator gitHub = GitHubSimulator
                .start(SimulatorConfig.of(clock).limits(LimitSettings.likeGitHub().countedOnly()));
                Connector connector = new Connector(api, KEY, clock)) {
            // Given
            Backend backend = new Backend(api, json);
            backend.clear();
            connector.cycle();
            clock.tick(STEP);
            SimulatedDay day = SimulatedDay.in(gitHub.world(), DaySettings.of(REPOSITORIES, SEED).length(LENGTH));
            DETAILS.forEach(detail -> List.of("/repos/*/*/", "/repositories/*/").forEach(base -> gitHub.faults()
                    .forGood(base + detail, Condition.ALWAYS.share(SHARE, SEED), Fault.status(502))));
            backend.integrate(Map.of("token", SimulatorConfig.TOKEN, "apiUrl", gitHub.enterpriseUri().toString(),
                    "repositories", day.repositories().stream().map(Repository::fullName).toList(), "branches",
                    List.of("main")));
            connector.cycle();

            // When
            while (clock.instant().isBefore(day.end())) {
                clock.tick(STEP);
                day.advanceTo(clock.instant());
                connector.cycle();
            }
            for (int step = 0; step < STEPS_TO_SETTLE; step++) {
                clock.tick(STEP);
                connector.cycle();
            }

            // Then
            List<Stored> events = backend.events().stream().filter(event -> !event.timestamp().isBefore(day.start())).toList();
            Differences differences = Differences.between(day.truth(), events);
            assertThat(differences.none()).as("%s", differences).isTrue();
            List<WithheldDetail> withheld = day.withheld(gitHub.faults());
            assertThat(lacking(events)).isNotEmpty().isSubsetOf(names(withheld));
            assertThat(lacking(events)).containsAll(names(withheld.stream()
                    .filter(detail -> detail.path().contains("/compare/")).toList()));
        }
    }

    private static Set<String> lacking(List<Stored> events) {
        return events.stream().filter(event -> event.data().get("missing") instanceof Collection<?> missing
                && missing.stream().anyMatch(FACTS::contains))
                .map(event -> event.type().equals("pull_request") ? event.externalId().replaceFirst("#.*$", "")
                        : event.externalId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(List<WithheldDetail> details) {
        return details.stream().map(WithheldDetail::event).collect(Collectors.toCollection(TreeSet::new));
    }
}
