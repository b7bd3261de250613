package io.painchain.gitlab.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Moments;
import io.painchain.connector.draft.Sections;
import io.painchain.connector.draft.Text;
import io.painchain.connector.draft.Transition;
import io.painchain.gitlab.api.graphql.MergeRequestFacts;
import io.painchain.gitlab.api.record.MergeRequest;
import io.painchain.gitlab.api.record.User;
import io.painchain.gitlab.api.record.git.Commit;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.TypedKey;

public final class MergeRequestMapper {

    /** Leaves room among the 100 keys for the merge request's own. */
    private static final int COMMIT_KEYS = 80;
    /** A longer duration means a wrong date. */
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private MergeRequestMapper() {
    }

    /** {@code approvals} may be null. Earlier steps are drafted as of their own time, and never replace the newest's facts. */
    public static EventDraft toDraft(ProjectScope scope, MergeRequest request, Transition transition,
            MergeRequestFacts facts, Approvals approvals) {
        DraftBuilder draft = identified(DraftBuilder.of(scope, "merge_request"), scope, request)
                .externalId("mr-" + scope.identity() + "-" + request.iid() + transition.suffix())
                .title("[MR] ", titleOf(request)).at(transition.word(), transition.at(), request.updatedAt())
                .author(transition.actor()).url(request.webUrl()).status(transition.kind().status())
                .description(request.description()).data("action", transition.kind().name());
        boolean merge = transition.kind() == Transition.Kind.merged;
        if (!transition.newest()) {
            return (merge ? draft.fact("merged_by", transition.actor()) : draft).partly().asOf(transition.asOfItself()).build();
        }
        if (merge) {
            draft.fact("merged_by", transition.actor());
            history(draft, scope, request, facts);
        }
        return facts(draft, request, facts, approvals).description(description(request, approvals))
                .asOf(request.updatedAt()).build();
    }

    static DraftBuilder identified(DraftBuilder draft, ProjectScope scope, MergeRequest request) {
        draft.entity(scope.mergeRequest(request.iid()));
        commit(draft, scope, request.sha());
        if (request.merged()) {
            commit(draft, scope, request.mergeCommitSha());
            commit(draft, scope, request.squashCommitSha());
            draft.data("merge_commit_sha", request.mergeCommitSha()).data("squash_commit_sha", request.squashCommitSha());
        }
        return draft.key("mr-" + scope.identity() + "-" + request.iid()).data("mr_iid", request.iid())
                .data("base_branch", request.targetBranch()).data("head_branch", request.sourceBranch())
                .data("head_sha", request.sha());
    }

    private static void commit(DraftBuilder draft, ProjectScope scope, String sha) {
        draft.key(sha == null ? null : scope.commit(sha));
    }

    static String titleOf(MergeRequest request) {
        return request.title() == null || request.title().isBlank() ? "!" + request.iid() : request.title();
    }

    private static DraftBuilder facts(DraftBuilder draft, MergeRequest request, MergeRequestFacts facts,
            Approvals approvals) {
        return draft.data("merged", request.merged()).data("draft", request.isDraft())
                .data("mergeable", request.open() ? request.detailedMergeStatus() : null).data("labels", request.labels())
                .data("assignees", request.assignees().stream().map(User::loginOf).toList())
                .data("reviewers", request.reviewers().stream().map(User::loginOf).toList())
                .data("comments", request.userNotesCount()).data("approved_count", approvals == null ? null : approvals.count())
                .fact("additions", facts.additions()).fact("deletions", facts.deletions())
                .fact("changed_files", facts.changedFiles()).data("commit_count", facts.commitCount())
                .data("hotfix", MergeRequestNature.hotfix(request));
    }

    private static void history(DraftBuilder draft, ProjectScope scope, MergeRequest request, MergeRequestFacts facts) {
        List<Commit> commits = facts.commits();
        if (commits != null) {
            commits.stream().limit(COMMIT_KEYS).forEach(commit -> draft.key(scope.commit(commit.id())));
            draft.data("commits", commits.stream().limit(COMMIT_KEYS).map(MergeRequestMapper::entry).toList());
        }
        draft.data("opened_at", Objects.toString(request.createdAt(), null));
        cycleTime(draft, request, commits);
        MergeRequestNature.Reverts reverts = MergeRequestNature.reverts(request, commits);
        if (reverts != null) {
            draft.data("reverts", reverts.words());
            reverts.requests().forEach(iid -> draft.key(TypedKey.reverts.of(scope.mergeRequest(iid))));
            reverts.commits().forEach(sha -> draft.key(TypedKey.reverts.of(scope.commit(sha))));
        }
    }

    private static Map<String, Object> entry(Commit commit) {
        return commit.authoredDate() == null ? Map.of("sha", commit.id())
                : Map.of("sha", commit.id(), "authored_at", commit.authoredDate().toString());
    }

    /** From the first commit's author date to the merge; unknown without commits. */
    private static void cycleTime(DraftBuilder draft, MergeRequest request, List<Commit> commits) {
        Instant first = commits == null ? null
                : commits.stream().map(Commit::authoredDate).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
        Long seconds = Moments.seconds(first, request.mergedAt(), LONGEST);
        if (first == null || seconds != null) {
            draft.fact("cycle_time_seconds", seconds).data("first_commit_at", Objects.toString(first, null));
        } else {
            draft.odd("first_commit_authored_at", first);
        }
    }

    private static String description(MergeRequest request, Approvals approvals) {
        return new Sections().add(request.description())
                .add(request.labels().isEmpty() ? null
                        : "Labels: " + request.labels().stream().map(Text::line).collect(Collectors.joining(", ")))
                .add(approvals == null ? null : approvals.sentence()).toString();
    }
}
