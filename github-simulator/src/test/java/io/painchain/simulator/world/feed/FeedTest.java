package io.painchain.simulator.world.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.Review;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.run.NewRun;

class FeedTest {

    private static final String EVENTS = "/repos/acme/api/events";
    private static final By ALICE = By.user("alice");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void trimsPayloads() {
        openAndMerge();

        JsonNode merged = payloadOf("PullRequestEvent");
        JsonNode push = payloadOf("PushEvent");

        assertThat(merged.get("action").asText()).isEqualTo("merged");
        assertThat(merged.get("pull_request").fieldNames()).toIterable().containsExactlyInAnyOrder("url", "id",
                "number", "head", "base");
        assertThat(merged.at("/pull_request/head").fieldNames()).toIterable().containsExactly("ref", "sha", "repo");
        assertThat(merged.at("/pull_request/head/repo").fieldNames()).toIterable().containsExactlyInAnyOrder("id",
                "url", "name");
        assertThat(push.fieldNames()).toIterable().containsExactlyInAnyOrder("repository_id", "push_id", "ref", "head",
                "before");
    }

    @Test
    void showsFullPayloadsWhereOldServersDo() {
        simulator.world().feedPolicy().fullPayloads(true);
        openAndMerge();

        JsonNode closed = payloadOf("PullRequestEvent");
        JsonNode push = payloadOf("PushEvent");

        assertThat(closed.get("action").asText()).isEqualTo("closed");
        assertThat(closed.at("/pull_request/merged").asBoolean()).isTrue();
        assertThat(closed.at("/pull_request/title").asText()).isEqualTo("A change");
        assertThat(push.get("size").asInt()).isEqualTo(1);
        assertThat(push.at("/commits/0/message").asText()).isEqualTo("A change (#1)");
    }

    @Test
    void showsThingsAsTheyWereThen() {
        simulator.world().feedPolicy().fullPayloads(true);
        openAndMerge();

        JsonNode opened = null;
        for (JsonNode event : simulator.get(EVENTS).json()) {
            opened = event.at("/payload/action").asText().equals("opened") ? event : opened;
        }

        assertThat(opened.at("/payload/pull_request/state").asText()).isEqualTo("open");
        assertThat(opened.at("/payload/pull_request/merged").asBoolean()).isFalse();
    }

    @Test
    void numbersEventsFromTwoSequences() {
        openAndMerge();

        List<Long> git = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        for (JsonNode event : simulator.get(EVENTS).json()) {
            boolean ofGit = Set.of("PushEvent", "CreateEvent", "DeleteEvent").contains(event.get("type").asText());
            (ofGit ? git : others).add(Long.valueOf(event.get("id").asText()));
        }

        assertThat(git).isNotEmpty().allMatch(id -> id > 11_000_000_000L);
        assertThat(others).isNotEmpty().allMatch(id -> id < 9_000_000_000L);
    }

    @Test
    void showsEventsLate() {
        simulator.world().feedPolicy().delay(Duration.ofMinutes(2), Duration.ZERO);
        openAndMerge();

        assertThat(simulator.get(EVENTS).json()).isEmpty();
        simulator.clock().tick(Duration.ofMinutes(2));
        assertThat(simulator.get(EVENTS).json()).isNotEmpty();
    }

    @Test
    void showsLateEventsBelowYoungerOnes() {
        simulator.world().feedPolicy().delay(Duration.ofMinutes(10), Duration.ZERO);
        simulator.repository().issues().open(new NewIssue("Late"), ALICE);
        simulator.world().feedPolicy().delay(Duration.ZERO, Duration.ZERO);
        simulator.clock().tick(Duration.ofMinutes(1));
        simulator.repository().issues().open(new NewIssue("Punctual"), ALICE);

        assertThat(simulator.get(EVENTS).each("/payload/issue/title")).containsExactly("Punctual");
        simulator.clock().tick(Duration.ofMinutes(9));
        assertThat(simulator.get(EVENTS).each("/payload/issue/title")).containsExactly("Punctual", "Late");
    }

    @Test
    void spreadsDelaysByTheSeed() {
        simulator.world().feedPolicy().delay(Duration.ofSeconds(30), Duration.ofMinutes(10));
        for (int i = 0; i < 40; i++) {
            simulator.repository().issues().open(new NewIssue("Issue " + i), ALICE);
        }

        simulator.clock().tick(Duration.ofMinutes(5));
        int half = simulator.get(EVENTS + "?per_page=100").json().size();
        simulator.clock().tick(Duration.ofMinutes(6));

        assertThat(half).isBetween(5, 35);
        assertThat(simulator.get(EVENTS + "?per_page=100").json()).hasSize(40);
    }

    @Test
    void dropsEvents() {
        simulator.world().feedPolicy().dropTypes(Set.of("PullRequestEvent"));
        openAndMerge();
        assertThat(simulator.get(EVENTS).each("type")).contains("PushEvent").doesNotContain("PullRequestEvent");

        simulator.world().feedPolicy().dropTypes(Set.of()).dropNext(1);
        simulator.repository().issues().open(new NewIssue("Dropped"), ALICE);
        simulator.repository().issues().open(new NewIssue("Shown"), ALICE);
        assertThat(simulator.get(EVENTS).each("/payload/issue/title")).contains("Shown").doesNotContain("Dropped");
    }

    @Test
    void dropsAShareOfThem() {
        simulator.world().feedPolicy().drop(0.5);
        for (int i = 0; i < 100; i++) {
            simulator.repository().issues().open(new NewIssue("Issue " + i), ALICE);
        }

        assertThat(simulator.get(EVENTS + "?per_page=100").json().size()).isBetween(30, 70);
        assertThat(simulator.get("/repos/acme/api/issues?per_page=100").json()).hasSize(100);
    }

    @Test
    void forgetsAfterThirtyDays() {
        simulator.repository().issues().open(new NewIssue("Old"), ALICE);
        simulator.clock().tick(Duration.ofDays(30));

        assertThat(simulator.get(EVENTS).json()).isEmpty();
    }

    @Test
    void tellsNothingOfRunsAndDeployments() {
        simulator.repository().runs().start(new NewRun("CI", "main"), ALICE);
        simulator.client().post("/_sim/repos/acme/api/deployments", "{}");

        assertThat(simulator.get(EVENTS).json()).isEmpty();
    }

    @Test
    void tellsOfReviewsCommentsReleasesAndTags() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), ALICE);
        simulator.repository().pulls().review(1, Review.APPROVED, "Good", By.user("bob"));
        simulator.repository().issues().comment(1, "Thanks", ALICE);
        simulator.repository().releases().create(new NewRelease("v1"), ALICE);
        simulator.repository().git().push("main", List.of(new NewCommit("Direct")), ALICE);

        assertThat(simulator.get(EVENTS).each("type")).containsExactly("PushEvent", "ReleaseEvent", "CreateEvent",
                "IssueCommentEvent", "PullRequestReviewEvent", "PullRequestEvent", "CreateEvent");
        assertThat(payloadOf("PullRequestReviewEvent").at("/review/state").asText()).isEqualTo("approved");
        assertThat(payloadOf("PullRequestReviewEvent").get("action").asText()).isEqualTo("created");
    }

    @Test
    void asksClientsToWait() {
        Reply reply = simulator.get(EVENTS);
        simulator.simulator().api().pollInterval(120);

        assertThat(reply.header("X-Poll-Interval")).isEqualTo("60");
        assertThat(simulator.get(EVENTS, "If-None-Match", reply.header("ETag")).header("X-Poll-Interval"))
                .isEqualTo("120");
    }

    private void openAndMerge() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), ALICE);
        simulator.repository().pulls().merge(1, MergeMethod.SQUASH, By.user("bob"));
    }

    private JsonNode payloadOf(String type) {
        for (JsonNode event : simulator.get(EVENTS).json()) {
            if (event.get("type").asText().equals(type)) {
                return event.get("payload");
            }
        }
        throw new AssertionError("No " + type);
    }
}
