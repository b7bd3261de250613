package io.painchain.github.mapping;

import static io.painchain.github.mapping.Recorded.NOW;
import static io.painchain.github.mapping.Recorded.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.connector.draft.Transition;
import io.painchain.connector.draft.Transition.Kind;
import io.painchain.github.api.GitHubJson;
import io.painchain.github.api.graphql.PullRequestDetails;
import io.painchain.github.api.record.Deployment;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Release;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.run.RunDetails;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.model.event.EventDraft;

/** A time that cannot be places no event and makes no duration, and the data tells it. */
class OddTimesTest {

    private static Commit dated(String date) {
        try {
            return GitHubJson.read(
                    GitHubJson.tree(("{\"sha\":\"c0ffee\",\"commit\":{\"message\":\"Fix\",\"author\":{\"name\":\"Kim\","
                            + "\"date\":\"" + date + "\"},\"committer\":{\"name\":\"Kim\",\"date\":\"" + date + "\"}}}")
                            .getBytes()),
                    Commit.class);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static WorkflowRun run(Instant began, Instant updated, String status, String conclusion) {
        return new WorkflowRun(70L, "CI", null, null, 1L, 1, "push", status, conclusion, "main", "a".repeat(40), null, null,
                began, updated, began, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = { "2040-06-23T03:36:01Z", "1969-12-31T23:00:00Z", "1970-01-01T00:00:00Z", "-0044-03-15T12:00:00Z",
            "9999-12-31T23:59:59Z" })
    void tellsACommitOfAnImpossibleDateWhenItWasSeen(String date) {
        // When
        EventDraft draft = CommitMapper.toDraft(SCOPE, "main", dated(date), NOW);

        // Then
        assertThat(draft.timestamp()).isEqualTo(NOW);
        assertThat(draft.data()).containsEntry("odd_times", Map.of("committed_at", date));
        Recorded.assertTaken(draft);
    }

    @Test
    void readsYearsOfFiveDigits() {
        assertThat(CommitMapper.toDraft(SCOPE, "main", dated("10000-01-01T00:00:00Z"), NOW).data())
                .containsEntry("odd_times", Map.of("committed_at", "+10000-01-01T00:00:00Z"));
    }

    @Test
    void placesSuchACommitWhereItWasFirstSeen() {
        // Given
        EventDraft first = CommitMapper.toDraft(SCOPE, "main", dated("2040-06-23T03:36:01Z"), NOW);
        Instant later = NOW.plus(Duration.ofHours(1));

        // When
        EventDraft again = CommitMapper.toDraft(SCOPE.answeredAt(later), "main", dated("2040-06-23T03:36:01Z"), later);

        // Then
        assertThat(again.asOf()).isBefore(first.asOf());
    }

    @Test
    void believesAnOldCommitAndAClockThatIsALittleAhead() {
        assertThat(CommitMapper.toDraft(SCOPE, "main", dated("1998-04-05T06:07:08Z"), NOW).timestamp())
                .isEqualTo(Instant.parse("1998-04-05T06:07:08Z"));
        assertThat(CommitMapper.toDraft(SCOPE, "main", dated(NOW.plusSeconds(60).toString()), NOW).data())
                .doesNotContainKey("odd_times");
    }

    @Test
    void leavesOutACycleTimeOfHalfACentury() {
        // Given
        PullRequest pull = Fixtures.record("pull-merged-read-alone", PullRequest.class);

        // When
        EventDraft draft = PullRequestMapper.toDraft(SCOPE, pull,
                new Transition(Kind.merged, null, pull.mergedAt(), null, true),
                new PullRequestDetails(pull, List.of(), List.of(), List.of(dated("1970-01-01T00:00:00Z"))));

        // Then
        assertThat(draft.data()).doesNotContainKey("cycle_time_seconds").containsEntry("odd_times",
                Map.of("first_commit_authored_at", "1970-01-01T00:00:00Z"));
    }

    @Test
    void takesAnotherTimeOfAReleaseOrDeployment() {
        // Given
        Instant odd = Instant.parse("2199-01-01T00:00:00Z");
        Release release = new Release(1L, "v1", "main", null, null, false, false, NOW.minusSeconds(60), odd, null, null, null,
                null);
        Deployment deployment = new Deployment(7L, null, "main", "deploy", null, null, new User("mia"), Instant.EPOCH,
                NOW.minusSeconds(30), null, null);

        // Then
        assertThat(ReleaseMapper.toDraft(SCOPE, release, NOW).timestamp()).isEqualTo(NOW.minusSeconds(60));
        assertThat(ReleaseMapper.toDraft(SCOPE, release, NOW).data()).containsEntry("odd_times",
                Map.of("published_at", odd.toString()));
        assertThat(DeploymentMapper.toDraft(SCOPE, deployment).timestamp()).isEqualTo(NOW.minusSeconds(30));
        assertThat(DeploymentMapper.toDraft(SCOPE, deployment).title()).isEqualTo("[Deployment] created");
    }

    @Test
    void takesNoChangeOfWeeksLaterForTheEndOfARun() {
        // Given
        Instant began = Instant.parse("2026-02-01T09:00:00Z");
        WorkflowRun moved = run(began, Instant.parse("2026-02-20T03:00:00Z"), "completed", "success");

        // When
        EventDraft unknown = WorkflowRunMapper.toDraft(SCOPE, moved, RunDetails.FINE);
        EventDraft ofJobs = WorkflowRunMapper.toDraft(SCOPE, moved, RunDetails.FINE.ending(began.plusSeconds(480)));

        // Then
        assertThat(unknown.endTimestamp()).isNull();
        assertThat(unknown.asOf()).as("two milliseconds tell its end from steps within the same second")
                .isEqualTo(began.plusMillis(2));
        assertThat(unknown.data()).doesNotContainKey("duration_seconds").containsEntry("odd_times",
                Map.of("updated_at", "2026-02-20T03:00:00Z"));
        assertThat(ofJobs.endTimestamp()).isEqualTo(began.plusSeconds(480));
        assertThat(ofJobs.data()).containsEntry("duration_seconds", 480L);
    }

    @Test
    void makesNoDurationOfAnEndBeforeTheBeginning() {
        // When
        EventDraft draft = WorkflowRunMapper.toDraft(SCOPE,
                run(NOW.minusSeconds(60), NOW.minusSeconds(90), "completed", "success"),
                null);

        // Then
        assertThat(draft.endTimestamp()).isNull();
        assertThat(draft.data()).doesNotContainKey("duration_seconds").containsKey("odd_times");
    }

    @Test
    void showsARunThatWasForgottenAsStale() {
        // Given
        Instant twoDaysAgo = NOW.minus(Duration.ofDays(2));

        // Then
        assertThat(WorkflowRunMapper.toDraft(SCOPE, run(twoDaysAgo, twoDaysAgo, "in_progress", null), null).status())
                .isEqualTo("stale");
        assertThat(WorkflowRunMapper.toDraft(SCOPE, run(twoDaysAgo, twoDaysAgo, "waiting", null), null).status())
                .isEqualTo("waiting");
        assertThat(WorkflowRunMapper.toDraft(SCOPE, run(twoDaysAgo, NOW.minusSeconds(60), "in_progress", null), null).status())
                .isEqualTo("in_progress");
    }

    @Test
    void takesARunWithoutConclusionForOneThatGoesOn() {
        // When
        EventDraft draft = WorkflowRunMapper.toDraft(SCOPE, run(NOW.minusSeconds(60), NOW, "completed", null), null);

        // Then
        assertThat(draft.status()).isEqualTo("in_progress");
        assertThat(draft.title()).isEqualTo("[Workflow] ● CI - main");
        assertThat(draft.endTimestamp()).isNull();
    }
}
