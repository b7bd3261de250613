package io.painchain.github.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.painchain.github.github.Label;
import io.painchain.github.github.PullRequest;
import io.painchain.github.github.PullRequest.Branch;
import io.painchain.github.github.User;
import io.painchain.model.EventDraft;

/** A step in a pull request's life. */
public final class PullRequestMapper {

    private PullRequestMapper() {
    }

    /**
     * @param transition the newest one carries the facts as of the record; an earlier one is drafted as of its own moment, so
     *        that
     *        it never replaces what was known while it was the newest
     * @param reviews {@code null} where they were not read
     */
    public static EventDraft toDraft(RepositoryScope scope, PullRequest pull, Transition transition, ReviewSummary reviews) {
        DraftBuilder draft = identified(DraftBuilder.of(scope, "pull_request"), scope, pull)
                .externalId("pr-" + scope.identity() + "-" + pull.number() + transition.suffix())
                .title("[PR] " + titleOf(pull)).at(transition.at()).author(transition.actor()).url(pull.htmlUrl())
                .status(transition.kind().status()).description(pull.body()).data("action", transition.kind().name());
        if (transition.kind() == Transition.Kind.merged) {
            draft.fact("merged_by", transition.actor());
        }
        if (!transition.newest()) {
            return draft.asOf(transition.asOfItself()).build();
        }
        return facts(draft, pull, reviews).asOf(pull.updatedAt()).build();
    }

    /** What every event of a pull request carries: its own names, its head and, once merged, the merge's commit. */
    static DraftBuilder identified(DraftBuilder draft, RepositoryScope scope, PullRequest pull) {
        draft.entity(scope.pullRequest(pull.number()));
        if (pull.head() != null && pull.head().sha() != null) {
            draft.key(scope.commit(pull.head().sha()));
        }
        if (pull.merged() && pull.mergeCommitSha() != null) {
            draft.key(scope.commit(pull.mergeCommitSha())).data("merge_commit_sha", pull.mergeCommitSha());
        }
        return draft.key("pr-" + scope.identity() + "-" + pull.number()).data("pr_number", pull.number())
                .data("base_branch", nameOf(pull.base())).data("head_branch", nameOf(pull.head()))
                .data("head_sha", pull.head() == null ? null : pull.head().sha());
    }

    static String titleOf(PullRequest pull) {
        return pull.title() == null || pull.title().isBlank() ? "#" + pull.number() : pull.title();
    }

    private static DraftBuilder facts(DraftBuilder draft, PullRequest pull, ReviewSummary reviews) {
        return draft.data("merged", pull.merged()).data("draft", pull.draft())
                .data("labels", pull.labels().stream().map(Label::name).toList()).data("reviewers", reviewers(pull, reviews))
                .fact("approved_count", reviews == null ? null : reviews.approved())
                .fact("changes_requested_count", reviews == null ? null : reviews.changesRequested())
                .fact("mergeable", pull.mergeable()).fact("additions", pull.additions()).fact("deletions", pull.deletions())
                .fact("changed_files", pull.changedFiles()).fact("comments", pull.comments())
                .fact("review_comments", pull.reviewComments());
    }

    private static List<String> reviewers(PullRequest pull, ReviewSummary reviews) {
        Set<String> reviewers = new LinkedHashSet<>();
        if (reviews != null) {
            reviewers.addAll(reviews.reviewers());
        }
        pull.requestedReviewers().forEach(user -> reviewers.add(User.loginOf(user)));
        return List.copyOf(reviewers);
    }

    private static String nameOf(Branch branch) {
        return branch == null ? null : branch.name();
    }
}
