package io.painchain.simulator.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.limit.LimitSettings;
import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.time.SettableClock;
import io.painchain.simulator.truth.TrueEvent;
import io.painchain.simulator.truth.Truth;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.feed.FeedEvent;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.NewRepository;
import io.painchain.simulator.world.repository.Repository;

class SimulatedDayTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock(SimulatorExtension.NOW);

    @Test
    void letsAHundredRepositoriesLiveForADayInSeconds() {
        World world = new World(clock, 1);
        SimulatedDay day = SimulatedDay.in(world, DaySettings.of(100, 7)).withPoorFeed();

        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        live(day);
        List<TrueEvent> truth = day.truth();
        Duration cpu = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began);

        Map<String, Long> byType = truth.stream()
                .collect(Collectors.groupingBy(TrueEvent::type, Collectors.counting()));
        assertThat(byType.keySet()).containsExactlyInAnyOrder("pull_request", "pull_request_review", "push", "commit",
                "release", "workflow_run", "issue", "deployment", "deployment_status", "branch", "tag");
        assertThat(byType.values()).allMatch(count -> count > 50);
        assertThat(new HashSet<>(truth.stream().map(TrueEvent::externalId).toList())).hasSameSizeAs(truth);
        assertThat(truth).hasSizeGreaterThan(8_000);
        assertThat(cpu).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void isTheSameDayForTheSameSeed() {
        assertThat(idsOf(3)).isEqualTo(idsOf(3)).isNotEqualTo(idsOf(4));
    }

    @Test
    void hasTheTroublesOfARealDay() {
        SimulatedDay day = SimulatedDay.in(new World(clock, 1), DaySettings.of(40, 5)).withPoorFeed();

        live(day);
        List<TrueEvent> truth = day.truth();

        assertThat(truth).anyMatch(event -> event.externalId().contains("#attempt-2"))
                .anyMatch(event -> event.externalId().contains("#reopened-"))
                .anyMatch(event -> event.externalId().contains("#closed-"))
                .anyMatch(event -> "cancelled".equals(event.status()));
        assertThat(truth).as("the new name shows, the first one stays in ids")
                .anyMatch(event -> event.project().equals("acme/service-020-next")
                        && event.externalId().contains("acme/service-020-") && !event.externalId().contains("-next"));
        assertThat(day.repositories()).anyMatch(repository -> repository.activities().newestFirst().stream()
                .anyMatch(activity -> activity.type().name().equals("FORCE_PUSH")));
        List<FeedEvent> shown = new ArrayList<>();
        clock.tick(Duration.ofMinutes(11));
        day.repositories().forEach(repository -> shown.addAll(repository.feed().visible()));
        assertThat(new HashSet<>(shown).size()).as("some show twice").isLessThan(shown.size());
    }

    @Test
    void tellsNothingThatItsApiDoesNotTell() {
        try (GitHubSimulator simulator = GitHubSimulator
                .start(SimulatorConfig.of(clock).limits(LimitSettings.none()))) {
            SimulatedDay day = SimulatedDay.in(simulator.world(),
                    DaySettings.of(1, 11).storiesPerHour(3).length(Duration.ofHours(8)));
            live(day);
            Client client = Client.of(simulator);
            String name = "acme/service-001";

            Set<String> events = new TreeSet<>();
            pages(client, "/repos/" + name + "/pulls?state=all&per_page=100").forEach(pull -> {
                String id = "pr-" + name + "-" + pull.get("number").asInt() + "#";
                events.add(id + "opened");
                if (!pull.get("merged_at").isNull()) {
                    events.add(id + "merged");
                }
                pages(client, "/repos/" + name + "/pulls/" + pull.get("number").asInt() + "/reviews")
                        .forEach(review -> events.add(id + "review-" + review.get("id").asLong()));
            });
            pages(client, "/repos/" + name + "/releases?per_page=100")
                    .forEach(release -> events.add("release-" + name + "-" + release.get("id").asLong()));
            pages(client, "/repos/" + name + "/deployments?per_page=100").forEach(deployment -> {
                String id = "deployment-" + name + "-" + deployment.get("id").asLong();
                events.add(id);
                pages(client, "/repos/" + name + "/deployments/" + deployment.get("id").asLong() + "/statuses")
                        .forEach(status -> events.add(id + "#status-" + status.get("id").asLong()));
            });
            pages(client, "/repos/" + name + "/activity?per_page=100").forEach(activity -> {
                String branch = activity.get("ref").asText().substring("refs/heads/".length());
                events.add(events(name, branch, activity));
            });
            pages(client, "/repos/" + name + "/commits?per_page=100&since=" + day.start())
                    .forEach(commit -> events.add("commit-" + name + "-" + commit.get("sha").asText()));

            Set<String> types = Set.of("pull_request_review", "release", "deployment", "deployment_status", "push",
                    "branch", "commit");
            assertThat(events).isEqualTo(day.truth().stream()
                    .filter(event -> types.contains(event.type()) || event.externalId().matches(".*#(opened|merged)")
                            && event.type().equals("pull_request"))
                    .map(TrueEvent::externalId).collect(Collectors.toCollection(TreeSet::new)));
            assertThat(client.get("/_sim/truth?branches=main&from=" + day.start()).json().get("events"))
                    .hasSameSizeAs(day.truth());
        }
    }

    @Test
    void tellsWhatGitHubTellsAndWhenItFirstCould() {
        World world = new World(clock, 1);
        Repository api = world.createRepository(new NewRepository("acme/api"));
        Instant opened = clock.instant();
        By alice = By.user("alice");
        api.releases().create(new NewRelease("v1").asDraft(), alice.at(opened));
        api.issues().open(new NewIssue("Slow", "", List.of("bug")), alice.at(opened));
        int pull = api.pulls().open(new NewPull("Cache", "cache"), alice.at(opened)).number();
        clock.tick(Duration.ofHours(1));
        api.pulls().merge(pull, MergeMethod.MERGE, alice.at(clock.instant()));

        List<TrueEvent> truth = Truth.of(world, opened, "main");

        assertThat(truth).filteredOn(event -> event.type().equals("release")).extracting(TrueEvent::status)
                .containsExactly("draft");
        assertThat(truth).filteredOn(event -> event.externalId().contains("#labeled-")).extracting(TrueEvent::status)
                .containsExactly("labeled");
        assertThat(truth).filteredOn(event -> event.type().equals("commit") && event.at().equals(opened))
                .as("made an hour before it came to the branch").extracting(TrueEvent::shownAt).contains(clock.instant());
    }

    @Test
    void isScriptedOverHttp() {
        try (GitHubSimulator simulator = GitHubSimulator.start(SimulatorConfig.of(clock))) {
            Client client = Client.of(simulator);
            assertThat(client.post("/_sim/day/advance", "{}").status()).isEqualTo(409);

            Reply begun = client.post("/_sim/day", "{\"repositories\":2,\"storiesPerHour\":4,\"minutes\":120}");
            clock.tick(Duration.ofHours(1));
            client.post("/_sim/day/advance", "{}");

            assertThat(begun.json().get("end").asText()).isEqualTo("2026-11-20T14:00:00Z");
            assertThat(client.get("/_sim/truth").json().get("events")).isNotEmpty();
        }
    }

    private static String events(String name, String branch, JsonNode activity) {
        String before = activity.get("before").asText().substring(0, 12);
        String after = activity.get("after").asText().substring(0, 12);
        return switch (activity.get("activity_type").asText()) {
            case "branch_creation" -> "branch-" + name + "-" + branch + "#created@" + activity.get("timestamp").asText();
            case "branch_deletion" -> "branch-" + name + "-" + branch + "#deleted@" + activity.get("timestamp").asText();
            default -> "push-" + name + "-" + branch + "@" + before + ".." + after;
        };
    }

    private static List<JsonNode> pages(Client client, String first) {
        List<JsonNode> items = new ArrayList<>();
        String next = first;
        while (next != null) {
            Reply reply = client.get(next);
            assertThat(reply.status()).as(next).isEqualTo(200);
            reply.json().forEach(items::add);
            next = reply.link("next");
        }
        return items;
    }

    private List<String> idsOf(long seed) {
        SettableClock own = new SettableClock(SimulatorExtension.NOW);
        SimulatedDay day = SimulatedDay.in(new World(own, 1), DaySettings.of(3, seed));
        own.set(day.end());
        day.advanceTo(day.end());
        return day.truth().stream().map(TrueEvent::externalId).toList();
    }

    /** Minute by minute, as a clock goes. */
    private void live(SimulatedDay day) {
        for (Instant now = day.start(); !now.isAfter(day.end()); now = now.plus(MINUTE)) {
            clock.set(now);
            day.advanceTo(now);
        }
    }

    @Test
    void createsItsRepositoriesAtOnce() {
        SimulatedDay day = SimulatedDay.in(new World(clock, 1), DaySettings.of(2, 1).owner("globex"));

        assertThat(day.repositories()).extracting(Repository::fullName).containsExactly("globex/service-001",
                "globex/service-002");
        assertThat(day.truth()).isEmpty();
    }
}
