package io.painchain.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.pull.Review;
import io.painchain.simulator.world.repository.Repository;

class WorldConsistencyTest {

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");
    private static final String API = "/repos/acme/api";

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void showsAMergedPullRequestEverywhere() {
        PullRequest pull = repository().pulls().open(new NewPull("A change", "change"), ALICE);
        String before = repository().git().head("main");
        repository().pulls().merge(1, MergeMethod.SQUASH, BOB);
        String merge = pull.mergeCommitSha();

        JsonNode single = json("/pulls/1");
        assertThat(single.get("state").asText()).isEqualTo("closed");
        assertThat(single.get("merged").asBoolean()).isTrue();
        assertThat(single.get("merged_at").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(single.at("/merged_by/login").asText()).isEqualTo("bob");
        assertThat(single.get("merge_commit_sha").asText()).isEqualTo(merge);
        assertThat(json("/pulls?state=closed").get(0).get("merged_at").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(json("/issues?state=all").get(0).at("/pull_request/merged_at").asText())
                .isEqualTo("2026-11-20T12:00:00Z");
        JsonNode events = json("/issues/events");
        assertThat(events.get(0).get("event").asText()).isEqualTo("closed");
        assertThat(events.get(1).get("event").asText()).isEqualTo("merged");
        assertThat(events.get(1).get("commit_id").asText()).isEqualTo(merge);
        assertThat(events.get(1).at("/issue/number").asInt()).isEqualTo(1);
        JsonNode activity = json("/activity").get(0);
        assertThat(activity.get("activity_type").asText()).isEqualTo("pr_merge");
        assertThat(activity.get("before").asText()).isEqualTo(before);
        assertThat(activity.get("after").asText()).isEqualTo(merge);
        assertThat(json("/commits").get(0).get("sha").asText()).isEqualTo(merge);
        assertThat(json("/commits/" + merge).at("/commit/message").asText()).isEqualTo("A change (#1)");
        assertThat(simulator.get(API + "/branches").each("/commit/sha")).contains(merge);
        assertThat(simulator.get(API + "/events").each("/payload/action")).contains("merged", "opened");
    }

    @Test
    void mergesInEachWay() {
        for (MergeMethod method : MergeMethod.values()) {
            repository().pulls().open(new NewPull("By " + method, "by-" + method).commits(new NewCommit("One"),
                    new NewCommit("Two")), ALICE);
            repository().pulls().merge(repository().issues().all().size(), method, BOB);
        }

        assertThat(simulator.get(API + "/commits?per_page=100").each("/commit/message")).contains("By SQUASH (#2)",
                "Merge pull request #1 from acme/by-MERGE\n\nBy MERGE", "One", "Two");
        assertThat(json("/commits/" + repository().pulls().get(1).mergeCommitSha()).get("parents")).hasSize(2);
        assertThat(simulator.get(API + "/activity?activity_type=merge_queue_merge").json()).hasSize(1);
    }

    @Test
    void closesAndReopens() {
        repository().pulls().open(new NewPull("A change", "change"), ALICE);
        repository().issues().close(1, null, BOB);
        String closed = json("/pulls/1").get("closed_at").asText();
        repository().issues().reopen(1, BOB);

        assertThat(closed).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(json("/pulls/1").get("state").asText()).isEqualTo("open");
        assertThat(json("/pulls/1").get("closed_at").isNull()).isTrue();
        assertThat(simulator.get(API + "/issues/events").each("event")).containsExactly("reopened", "closed");
        assertThat(simulator.get(API + "/events").each("/payload/action")).contains("opened", "closed", "reopened");
    }

    @Test
    void countsWhatIsOpen() {
        repository().issues().open(new NewIssue("One"), ALICE);
        repository().issues().open(new NewIssue("Two"), ALICE);
        repository().pulls().open(new NewPull("A change", "change"), ALICE);
        repository().issues().close(1, "completed", ALICE);
        repository().issues().reopen(1, ALICE);
        repository().issues().close(2, "completed", ALICE);
        repository().pulls().merge(3, MergeMethod.SQUASH, BOB);

        assertThat(json("").get("open_issues_count").asInt()).isEqualTo(1);
    }

    @Test
    void followsTheHeadBranch() {
        repository().pulls().open(new NewPull("A change", "change"), ALICE);
        simulator.clock().tick(Duration.ofMinutes(3));
        String head = repository().git().push("change", List.of(new NewCommit("More")), ALICE).after();

        assertThat(json("/pulls/1").at("/head/sha").asText()).isEqualTo(head);
        assertThat(json("/pulls/1").get("commits").asInt()).isEqualTo(2);
        assertThat(json("/pulls/1").get("updated_at").asText()).isEqualTo("2026-11-20T12:03:00Z");
        assertThat(simulator.get(API + "/pulls/1/commits").each("/commit/message")).containsExactly("A change", "More");
    }

    @Test
    void keepsLabelsTitlesAndReviews() {
        repository().pulls().open(new NewPull("A change", "change").labels("bug"), ALICE);
        repository().issues().label(1, "urgent", BOB);
        repository().issues().unlabel(1, "bug", BOB);
        repository().issues().edit(1, "A better title", null, ALICE);
        Review review = repository().pulls().review(1, Review.CHANGES_REQUESTED, "No", BOB);
        repository().pulls().review(1, Review.PENDING, null, BOB);
        repository().pulls().dismissReview(1, review.id(), ALICE);

        assertThat(json("/pulls/1").get("labels")).hasSize(1);
        assertThat(json("/pulls/1").get("title").asText()).isEqualTo("A better title");
        assertThat(simulator.get(API + "/issues/1/events").each("event")).containsExactly("labeled", "labeled",
                "unlabeled", "renamed", "review_dismissed");
        assertThat(json("/issues/events").get(1).at("/rename/from").asText()).isEqualTo("A change");
        assertThat(json("/issues/1/events").get(1).at("/label/name").asText()).isEqualTo("urgent");
        assertThat(simulator.get(API + "/pulls/1/reviews").each("state")).containsExactly("DISMISSED", "PENDING");
        assertThat(json("/pulls/1/reviews").get(1).has("submitted_at")).isFalse();
        assertThat(simulator.get(API + "/labels").each("name")).containsExactly("bug", "urgent");
    }

    @Test
    void showsForcePushesBranchesAndTags() {
        String first = repository().git().push("main", List.of(new NewCommit("Wrong")), ALICE).after();
        repository().git().forcePush("main", 1, List.of(new NewCommit("Right")), ALICE);
        repository().git().createBranch("topic", "main", List.of(), BOB);
        repository().git().createTag("v1", "topic", BOB);
        repository().git().deleteBranch("topic", BOB);

        assertThat(simulator.get(API + "/activity").each("activity_type")).containsExactly("branch_deletion",
                "branch_creation", "force_push", "push");
        assertThat(json("/activity").get(2).get("before").asText()).isEqualTo(first);
        assertThat(json("/activity").get(0).get("after").asText()).isEqualTo("0".repeat(40));
        assertThat(simulator.get(API + "/commits").each("/commit/message")).containsExactly("Right", "Initial commit");
        assertThat(json("/commits/" + first).at("/commit/message").asText()).isEqualTo("Wrong");
        assertThat(simulator.get(API + "/branches").each("name")).containsExactly("main");
        assertThat(simulator.get(API + "/tags").each("name")).containsExactly("v1");
        assertThat(simulator.get(API + "/events").each("type")).containsExactly("DeleteEvent", "CreateEvent",
                "CreateEvent", "PushEvent", "PushEvent");
    }

    @Test
    void comparesBranches() {
        String base = repository().git().head("main");
        repository().git().push("main", List.of(new NewCommit("One"), new NewCommit("Two")), ALICE);
        repository().git().createBranch("side", base, List.of(new NewCommit("Three")), ALICE);

        JsonNode ahead = json("/compare/" + base + "...main");
        JsonNode diverged = json("/compare/side...main");

        assertThat(ahead.get("status").asText()).isEqualTo("ahead");
        assertThat(ahead.get("commits")).extracting(commit -> commit.at("/commit/message").asText())
                .containsExactly("One", "Two");
        assertThat(diverged.get("status").asText()).isEqualTo("diverged");
        assertThat(diverged.get("behind_by").asInt()).isEqualTo(1);
        assertThat(simulator.get(API + "/compare/main..." + "f".repeat(40)).status()).isEqualTo(422);
    }

    @Test
    void leadsFromAFormerNameToTheRepository() {
        simulator.world().move(repository(), "acme/api-server");

        Reply moved = simulator.get("/api/v3/repos/acme/api/pulls?state=all");
        Reply there = simulator.get(moved.header("Location"));

        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.header("Location")).isEqualTo(simulator.simulator().enterpriseUri() + "/repositories/"
                + repository().id() + "/pulls?state=all");
        assertThat(moved.json().get("url").asText()).isEqualTo(moved.header("Location"));
        assertThat(there.status()).isEqualTo(200);
        assertThat(simulator.get("/repositories/" + repository().id()).json().get("full_name").asText())
                .isEqualTo("acme/api-server");
    }

    @Test
    void givesAFormerNameToANewRepository() {
        simulator.world().move(repository(), "other/api");
        Repository successor = simulator.world().createRepository("acme/api");

        assertThat(simulator.get(API).json().get("id").asLong()).isEqualTo(successor.id());
    }

    @Test
    void forgetsDeletedUsersAndForks() {
        repository().pulls().open(new NewPull("From outside", "patch-1").fromFork("mallory/api"), By.user("mallory"));
        repository().pulls().review(1, Review.APPROVED, "", BOB);
        assertThat(json("/pulls/1").at("/head/repo/full_name").asText()).isEqualTo("mallory/api");

        simulator.world().deleteRepository(simulator.world().repository("mallory/api"));
        simulator.world().deleteAccount("mallory");
        simulator.world().deleteAccount("bob");

        assertThat(json("/pulls/1").at("/head/repo").isNull()).isTrue();
        assertThat(json("/pulls/1").get("user").isNull()).isTrue();
        assertThat(json("/pulls/1/reviews").get(0).get("user").isNull()).isTrue();
        assertThat(json("/issues/1").get("user").isNull()).isTrue();
    }

    @Test
    void putsThingsIntoThePast() {
        Instant past = Instant.parse("2026-10-01T08:00:00.789Z");
        repository().issues().open(new NewIssue("Old"), ALICE.at(past));
        repository().issues().close(1, "completed", BOB.at(past.plusSeconds(60)));

        assertThat(json("/issues/1").get("created_at").asText()).isEqualTo("2026-10-01T08:00:00Z");
        assertThat(json("/issues/1").get("updated_at").asText()).isEqualTo("2026-10-01T08:01:00Z");
        assertThat(json("/issues/1").at("/closed_by/login").asText()).isEqualTo("bob");
        assertThat(json("/issues?state=all&since=2026-10-01T08:01:00Z")).hasSize(1);
        assertThat(json("/issues?state=all&since=2026-10-01T08:01:01Z")).isEmpty();
    }

    @Test
    void listsPullRequestsByUpdate() {
        repository().pulls().open(new NewPull("First", "first"), ALICE);
        simulator.clock().tick(Duration.ofMinutes(1));
        repository().pulls().open(new NewPull("Second", "second"), ALICE);
        simulator.clock().tick(Duration.ofMinutes(1));
        repository().issues().comment(1, "Ping", BOB);

        assertThat(simulator.get(API + "/pulls?sort=updated&direction=desc").each("number")).containsExactly("1", "2");
        assertThat(simulator.get(API + "/pulls").each("number")).containsExactly("2", "1");
        assertThat(simulator.get(API + "/pulls?sort=updated").each("number")).containsExactly("2", "1");
        assertThat(json("/issues/1").get("comments").asInt()).isEqualTo(1);
    }

    @Test
    void hidesActivityOnOldServers() {
        repository().activityAvailable(false);

        assertThat(simulator.get(API + "/activity").status()).isEqualTo(404);
    }

    @Test
    void refusesWhatCannotHappen() {
        repository().pulls().open(new NewPull("A change", "change"), ALICE);
        repository().pulls().merge(1, MergeMethod.SQUASH, BOB);

        assertThatThrownBy(() -> repository().pulls().merge(1, MergeMethod.SQUASH, BOB))
                .isInstanceOf(ImpossibleChangeException.class).hasMessage("acme/api#1 is not open");
        assertThatThrownBy(() -> repository().issues().reopen(1, BOB)).isInstanceOf(ImpossibleChangeException.class)
                .hasMessage("acme/api#1 is merged");
        assertThatThrownBy(() -> simulator.world().createRepository("acme/api"))
                .isInstanceOf(ImpossibleChangeException.class);
    }

    @Test
    void showsMergeabilityThatIsNotComputedYet() {
        repository().pulls().open(new NewPull("A change", "change").asDraft(), ALICE);
        assertThat(json("/pulls/1").get("mergeable_state").asText()).isEqualTo("draft");
        repository().pulls().readyForReview(1, ALICE);
        repository().pulls().mergeable(1, null);

        assertThat(json("/pulls/1").get("mergeable").isNull()).isTrue();
        assertThat(json("/pulls/1").get("mergeable_state").asText()).isEqualTo("unknown");
        assertThat(json("/pulls/1").get("draft").asBoolean()).isFalse();
    }

    private Repository repository() {
        return simulator.repository();
    }

    private JsonNode json(String path) {
        Reply reply = simulator.get(API + path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.json();
    }
}
