package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
import io.painchain.github.rig.FaultyHours;
import io.painchain.github.rig.FaultyHours.Outcome;
import io.painchain.github.rig.FaultyHours.Seen;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Each route that the connector asks fails for good, in ways of each sort, or answers oddly, while all else is well: everything
 * that other routes tell arrives, the number of requests stays bounded, and nothing hangs.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneRouteFailsTest {

    private static final String REPOSITORY = "/repos/{owner}/{repo}";

    /** By route, the events that nothing else tells of; of all other routes none. */
    private static final Map<String, Predicate<String>> ONLY_REPORTED_BY = Map.ofEntries(
            Map.entry("/pulls", id -> id.startsWith("pr-")),
            Map.entry("/issues", id -> id.startsWith("issue-") && !id.contains("#labeled-")),
            Map.entry("/issues/events", id -> id.contains("#labeled-") || id.contains("#closed") || id.contains("#reopened-")),
            Map.entry("/pulls/{}/reviews", id -> id.contains("#review-")),
            Map.entry("/actions/runs", id -> id.startsWith("workflow-")),
            Map.entry("/actions/runs/{}/attempts/{}", id -> id.startsWith("workflow-") && !id.contains("#attempt-")),
            Map.entry("/events", id -> id.startsWith("tag-")),
            Map.entry("/activity", id -> id.startsWith("push-") || id.startsWith("branch-")),
            Map.entry("/branches", id -> id.startsWith("commit-")),
            Map.entry("/releases", id -> id.startsWith("release-")),
            Map.entry("/deployments", id -> id.startsWith("deployment-")),
            Map.entry("/deployments/{}/statuses", id -> id.contains("#status-")));

    /** What a draft names as missing where it could not be read. */
    private static final Set<String> FACTS = Set.of("failed_jobs", "failed_jobs_count", "files", "commits", "approved_count",
            "cycle_time_seconds", "total_changes");
    /** After these it is taken for withheld, not for ill, and not asked for again. */
    private static final Set<String> WITHHELD = Set.of("403", "404", "410", "451");
    private static final String NEVER_MIND = "422";
    private static final String LATE = "late";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Map<String, Fault> REFUSED = statuses(400, 401, 403, 404, 410, 422, 429, 451);
    private static final Map<String, Fault> BROKEN = broken();
    private static final Map<String, Fault> UNREADABLE = unreadable();
    private static final Map<String, Fault> ODD = odd();
    private static final List<Map<String, Fault>> SORTS = List.of(REFUSED, BROKEN, UNREADABLE, ODD);
    /**
     * Each route fails in one way of each sort; {@code -Dfaults.ways=all -Dtest.method.longest=60m} takes all pairs (some ten
     * minutes of processor time), {@code -Dfaults.ways=502,late} these ways of each route.
     */
    private static final String ASKED_FOR = System.getProperty("faults.ways", "");

    private final SideBySide<Outcome> lives = new SideBySide<>();
    private Seen undisturbed;
    private List<String> routes;

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
        ways.put("cut", Fault.cut(20));
        ways.put("reset", Fault.reset(40));
        ways.put("circle", Fault.redirectLoop());
        ways.put("elsewhere", Fault.redirect(302, "http://127.0.0.1:1/elsewhere"));
        ways.put(LATE, Fault.delay(PATIENCE.multipliedBy(2)));
        return ways;
    }

    private static Map<String, Fault> unreadable() {
        Map<String, Fault> ways = new LinkedHashMap<>();
        ways.put("html", Fault.html());
        ways.put("malformed", Fault.malformed());
        ways.put("large", Fault.large(FaultyHours.ANSWER_LIMIT + 1));
        ways.put("204", Fault.answer(204, ""));
        ways.put("nothing", Fault.answer(200, ""));
        ways.put("null", Fault.answer(200, "null"));
        ways.put("other json", Fault.answer(200, "{\"message\":\"Server Error\"}"));
        return ways;
    }

    /** They lose nothing. */
    private static Map<String, Fault> odd() {
        Map<String, Fault> ways = new LinkedHashMap<>();
        ways.put("record null", Fault.record("null"));
        ways.put("record empty", Fault.record("{}"));
        ways.put("record text", Fault.record("\"see below\""));
        ways.put("no links", Fault.without("Link"));
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
        routes = usual.routes().stream().filter(route -> route.startsWith(REPOSITORY)).toList();
        pairs().forEach(pair -> begin(pair.way(), pair.route(),
                hours(pair.route().replaceAll("\\{[^}]*}", "*"), pair.way(), false)));
        graphQlWays().forEach(way -> begin(way, "graphql", hours("/**graphql", way, true)));
    }

    private static FaultyHours hours(String pattern, String way, boolean graphQl) {
        return new FaultyHours(pattern, fault(way), graphQl, way.equals(LATE) ? PATIENCE : Duration.ofSeconds(10));
    }

    /** What only waits goes beside all else. */
    private void begin(String way, String route, FaultyHours hours) {
        lives.begin(route + " " + way, way.equals(LATE), hours::live);
    }

    @AfterAll
    void end() {
        lives.close();
    }

    Stream<Arguments> everyRouteInEveryWay() {
        return pairs().stream().map(pair -> Arguments.of(pair.route(), pair.way()));
    }

    static Stream<String> graphQlWays() {
        return Stream.of("404", "502", "html", "cut");
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
                : ONLY_REPORTED_BY.getOrDefault(
                        route.replace(REPOSITORY, "").replaceAll("\\{[^}]*}", "{}"), id -> false);
        Set<String> lost = stems(undisturbed.events().keySet());
        lost.removeAll(stems(outcome.failing().events().keySet()));
        lost.removeIf(onlyReported);
        assertThat(lost).isEmpty();
        assertThat(outcome.failing().rejected()).matches(rejected -> answers || rejected == 0);
        outcome.failing().events().forEach(this::assertNamesWhatItLacks);

        Seen healed = outcome.healed();
        assertThat(healed.requests()).isLessThan(3 * undisturbed.requests());
        assertThat(healed.events()).hasSameSizeAs(stems(healed.events().keySet()));
        if (!WITHHELD.contains(way)) {
            assertThat(stems(healed.events().keySet())).isEqualTo(stems(undisturbed.events().keySet()));
        }
        if (!WITHHELD.contains(way) && !NEVER_MIND.equals(way)) {
            assertThat(missing(healed.events())).isEqualTo(missing(undisturbed.events()));
        }
    }

    @ParameterizedTest
    @MethodSource("graphQlWays")
    void losesNothingWhereGraphQlFails(String way) {
        // When
        Seen failing = lives.result("graphql " + way).failing();

        // Then
        assertThat(stems(failing.events().keySet())).isEqualTo(stems(undisturbed.events().keySet()));
        assertThat(missing(failing.events())).isEqualTo(missing(undisturbed.events()));
    }

    /** A time of which only one source knows, and what only one numbers, is no part of what an event is. */
    private static Set<String> stems(Collection<String> ids) {
        Set<String> stems = new TreeSet<>();
        ids.forEach(
                id -> stems.add(id.replaceFirst("(?<=#(created|deleted))@.*$", "").replaceFirst("(?<=#closed)[@-].*$", "")));
        return stems;
    }

    private static Map<String, Object> missing(Map<String, EventDraft> events) {
        Map<String, Object> missing = new TreeMap<>();
        events.forEach((id, event) -> {
            if (!isEarlierStep(id) && event.data().get("missing") != null) {
                missing.put(id, event.data().get("missing"));
            }
        });
        return missing;
    }

    /** What was the newest step of a pull request for a while keeps the facts, and the gaps, of that while. */
    private static boolean isEarlierStep(String id) {
        return id.startsWith("pr-") && (id.endsWith("#opened") || id.contains("#closed"));
    }

    private void assertNamesWhatItLacks(String id, EventDraft event) {
        EventDraft whole = undisturbed.events().get(id);
        if (whole == null || isEarlierStep(id) || !Objects.equals(whole.status(), event.status())) {
            return;
        }
        Map<String, Object> data = event.data();
        List<String> lacks = whole.data().keySet().stream().filter(FACTS::contains).filter(key -> !data.containsKey(key))
                .sorted().toList();
        if (!lacks.isEmpty()) {
            assertThat(String.valueOf(data.get("missing"))).as(id).contains(lacks);
        }
    }
}
