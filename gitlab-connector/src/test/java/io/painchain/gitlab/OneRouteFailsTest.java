package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.painchain.connector.rig.FaultPairs;
import io.painchain.connector.rig.FaultPairs.Pair;
import io.painchain.connector.rig.SideBySide;
import io.painchain.gitlab.rig.FaultyHours;
import io.painchain.gitlab.rig.FaultyHours.Outcome;
import io.painchain.gitlab.rig.FaultyHours.Seen;
import io.painchain.simulator.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Each route that the connector asks fails for good, in ways of each sort, or answers oddly, while all else is well: everything
 * that other routes tell arrives, the number of requests stays bounded, and nothing hangs.
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

    private static final Map<String, Fault> REFUSED = statuses(400, 401, 403, 404, 410, 422, 429);
    private static final Map<String, Fault> BROKEN = broken();
    private static final Map<String, Fault> UNREADABLE = unreadable();
    private static final Map<String, Fault> ODD = odd();
    private static final List<Map<String, Fault>> SORTS = List.of(REFUSED, BROKEN, UNREADABLE, ODD);
    /**
     * Each route fails in one way of each sort; {@code -Dfaults.ways=all -Dtest.method.longest=60m} takes all pairs,
     * {@code -Dfaults.ways=502,late} these ways of each route.
     */
    private static final String ASKED_FOR = System.getProperty("faults.ways", "");

    private final SideBySide<Outcome> lives = new SideBySide<>();
    private Seen undisturbed;
    private List<String> routes;

    private static boolean isStep(String id) {
        return id.contains("#closed") || id.contains("#reopened");
    }

    private static Map<String, Fault> statuses(int... statuses) {
        Map<String, Fault> ways = new LinkedHashMap<>();
        for (int status : statuses) {
            ways.put(String.valueOf(status), Fault.status(status));
        }
        return ways;
    }

    private static Map<String, Fault> broken() {
        Map<String, Fault> ways = statuses(500, 502);
        ways.put("502 html", Fault.page(502, "<html><body>Bad Gateway</body></html>"));
        ways.put("503 later", Fault.status(503).with("Retry-After", "3600"));
        ways.put("circle", Fault.redirectLoop());
        ways.put("cut", Fault.cut(20));
        ways.put(LATE, Fault.delay(PATIENCE.multipliedBy(2)));
        return ways;
    }

    private static Map<String, Fault> unreadable() {
        Map<String, Fault> ways = new LinkedHashMap<>();
        ways.put("html", Fault.html());
        ways.put("malformed", Fault.malformed());
        ways.put("null", Fault.answer(200, "null"));
        ways.put("other json", Fault.answer(200, "{\"message\":\"Server Error\"}"));
        ways.put("large", Fault.large(FaultyHours.ANSWER_LIMIT + 1));
        return ways;
    }

    /** They lose nothing. */
    private static Map<String, Fault> odd() {
        Map<String, Fault> ways = new LinkedHashMap<>();
        ways.put("record null", Fault.record("null"));
        ways.put("record empty", Fault.record("{}"));
        ways.put("no links", Fault.without("Link,X-Next-Page"));
        return ways;
    }

    private static Fault fault(String way) {
        return SORTS.stream().filter(sort -> sort.containsKey(way)).findFirst().orElseThrow().get(way);
    }

    private List<Pair> pairs() {
        return FaultPairs.of(routes, SORTS.stream().map(sort -> List.copyOf(sort.keySet())).toList(), ASKED_FOR);
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
                new FaultyHours(pattern, fault(way), graphQl, timeout)::live);
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

    @Test
    void leavesOutNoRouteAndNoWay() {
        List<Pair> chosen = FaultPairs.of(routes, SORTS.stream().map(sort -> List.copyOf(sort.keySet())).toList(), "");

        assertThat(chosen).extracting(Pair::route).containsAll(routes);
        SORTS.forEach(sort -> assertThat(chosen).extracting(Pair::way).containsAll(sort.keySet()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyRouteInEveryWay")
    void holdsBackOnlyWhatThatRouteTells(String route, String way) {
        // When
        Outcome outcome = lives.result(route + " " + way);

        // Then
        boolean answers = ODD.containsKey(way);
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
