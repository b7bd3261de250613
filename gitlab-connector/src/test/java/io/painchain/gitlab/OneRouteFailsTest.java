package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.painchain.connector.rig.SideBySide;
import io.painchain.gitlab.rig.FaultyHours;
import io.painchain.gitlab.rig.FaultyHours.Outcome;
import io.painchain.gitlab.rig.FaultyHours.Seen;
import io.painchain.simulator.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Each route that the connector asks fails for good, in each way, or lists a record that is none, while all else is well:
 * everything that other routes tell arrives, the number of requests stays bounded, and nothing hangs.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneRouteFailsTest {

    private static final String PROJECT = "/projects/:id";

    /** By route, the events that nothing else tells of; of all other routes none. */
    private static final Map<String, Predicate<String>> ONLY_REPORTED_BY = Map.ofEntries(
            Map.entry("/deployments", id -> id.startsWith("deployment-")),
            Map.entry("/events", id -> id.startsWith("push-") || id.startsWith("branch-") || id.startsWith("tag-")),
            Map.entry("/feature_flags", id -> id.startsWith("flag-")),
            Map.entry("/issues", id -> id.startsWith("issue-")),
            Map.entry("/issues/{}/resource_label_events", id -> id.contains("#labeled-")),
            Map.entry("/issues/{}/resource_state_events", id -> id.startsWith("issue-") && isStep(id)),
            Map.entry("/merge_requests", id -> id.startsWith("mr-")),
            Map.entry("/merge_requests/{}/notes", id -> id.contains("#approval-")),
            Map.entry("/merge_requests/{}/resource_state_events", id -> id.startsWith("mr-") && isStep(id)),
            Map.entry("/pipelines", id -> id.startsWith("pipeline-") || id.startsWith("job-")),
            Map.entry("/pipelines/{}/jobs", id -> id.startsWith("job-")),
            Map.entry("/releases", id -> id.startsWith("release-")),
            Map.entry("/repository/branches", id -> id.startsWith("commit-")));

    private static final Set<String> WITHHELD = Set.of("403", "404", "410");
    private static final String LATE = "late";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Map<String, Fault> WAYS = ways();
    /** Each day another part of all pairs; {@code -Dfaults.ways=all} all of them, {@code -Dfaults.ways=502,late} these. */
    private static final String ASKED_FOR = System.getProperty("faults.ways", "");
    private static final int PARTS = 8;
    private static final long PART = Math.floorMod(LocalDate.now().toEpochDay(), (long) PARTS);

    private final SideBySide<Outcome> lives = new SideBySide<>();
    private Seen undisturbed;
    private List<String> routes;

    private static boolean isStep(String id) {
        return id.contains("#closed") || id.contains("#reopened");
    }

    private static Map<String, Fault> ways() {
        Map<String, Fault> ways = new LinkedHashMap<>();
        List.of(400, 401, 403, 404, 410, 422, 429, 500, 502).forEach(status -> ways.put("" + status, Fault.status(status)));
        ways.put("502 html", Fault.page(502, "<html><body>Bad Gateway</body></html>"));
        ways.put("html", Fault.html());
        ways.put("malformed", Fault.malformed());
        ways.put("null", Fault.answer(200, "null"));
        ways.put("other json", Fault.answer(200, "{\"message\":\"Server Error\"}"));
        ways.put("circle", Fault.redirectLoop());
        ways.put("cut", Fault.cut(20));
        ways.put("large", Fault.large(FaultyHours.ANSWER_LIMIT + 1));
        ways.put("record null", Fault.record("null"));
        ways.put("record empty", Fault.record("{}"));
        ways.put(LATE, Fault.delay(PATIENCE.multipliedBy(2)));
        return ways;
    }

    private record Pair(String route, String way) {
    }

    private List<Pair> pairs() {
        List<String> ways = List.copyOf(WAYS.keySet());
        List<Pair> pairs = new ArrayList<>();
        for (int route = 0; route < routes.size(); route++) {
            for (int way = 0; way < ways.size(); way++) {
                boolean wanted = ASKED_FOR.isEmpty() ? (route + way) % PARTS == PART
                        : ASKED_FOR.equals("all") || List.of(ASKED_FOR.split(",")).contains(ways.get(way));
                if (wanted) {
                    pairs.add(new Pair(routes.get(route), ways.get(way)));
                }
            }
        }
        return pairs;
    }

    @BeforeAll
    void begin() {
        Outcome usual = FaultyHours.undisturbed().live();
        undisturbed = usual.healed();
        routes = usual.routes().stream().filter(route -> route.startsWith(PROJECT)).toList();
        pairs().forEach(pair -> begin(pair.route(), pair.way(), pair.route().replaceAll(":\\w+", "*"), false));
        graphQlWays().forEach(way -> begin("graphql", way, "/graphql", true));
    }

    /** What only waits goes beside all else. */
    private void begin(String route, String way, String pattern, boolean graphQl) {
        Duration timeout = way.equals(LATE) ? PATIENCE : Duration.ofSeconds(10);
        lives.begin(route + " " + way, way.equals(LATE),
                new FaultyHours(pattern, WAYS.get(way), graphQl, timeout)::live);
    }

    @AfterAll
    void end() {
        lives.close();
    }

    Stream<Arguments> everyRouteInEveryWay() {
        return pairs().stream().map(pair -> Arguments.of(pair.route(), pair.way()));
    }

    static Stream<String> graphQlWays() {
        return Stream.of("404", "502", "html");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyRouteInEveryWay")
    void holdsBackOnlyWhatThatRouteTells(String route, String way) {
        // When
        Outcome outcome = lives.result(route + " " + way);

        // Then
        boolean answers = way.startsWith("record ");
        Predicate<String> onlyReported = answers ? id -> false
                : ONLY_REPORTED_BY.getOrDefault(route.replace(PROJECT, "").replaceAll(":\\w+", "{}"), id -> false);
        Set<String> lost = stems(undisturbed.events().keySet());
        lost.removeAll(stems(outcome.failing().events().keySet()));
        lost.removeIf(onlyReported);
        assertThat(lost).isEmpty();

        Seen healed = outcome.healed();
        assertThat(healed.requests()).isLessThan(3 * undisturbed.requests());
        if (!WITHHELD.contains(way)) {
            assertThat(stems(healed.events().keySet())).isEqualTo(stems(undisturbed.events().keySet()));
        }
    }

    @ParameterizedTest
    @MethodSource("graphQlWays")
    void losesNothingWhereGraphQlFails(String way) {
        assertThat(stems(lives.result("graphql " + way).failing().events().keySet()))
                .isEqualTo(stems(undisturbed.events().keySet()));
    }

    /** A time or number of which only one source knows is no part of what an event is. */
    private static Set<String> stems(Collection<String> ids) {
        Set<String> stems = new TreeSet<>();
        ids.forEach(id -> stems.add(id.replaceFirst("(?<=#(created|deleted))@.*$", "")
                .replaceFirst("(?<=#(closed|reopened|approved))[@-].*$", "")));
        return stems;
    }
}
