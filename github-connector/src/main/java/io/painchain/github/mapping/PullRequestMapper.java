package io.painchain.github.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Moments;
import io.painchain.connector.draft.Sections;
import io.painchain.connector.draft.Text;
import io.painchain.connector.draft.Transition;
import io.painchain.github.api.graphql.PullRequestDetails;
import io.painchain.github.api.record.Label;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.PullRequest.Branch;
import io.painchain.github.api.record.Review;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.git.Commit;
import io.painchain.model.event.EventDraft;

public final class PullRequestMapper {

    /** Leaves room among the 100 keys for the pull request's own. */
    private static final int COMMIT_KEYS = 80;
    /** A longer duration means a wrong date. */
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private PullRequestMapper() {
    }

    /** {@code details} may be null. Earlier steps are drafted as of their own time, and never replace the newest's facts. */
    public static EventDraft toDraft(RepositoryScope scope, PullRequest pull, Transition transition,
            PullRequestDetails details) {
        DraftBuilder draft = identified(DraftBuilder.of(scope, "pull_request"), scope, pull)
                .externalId("pr-" + scope.identity() + "-" + pull.number() + transition.suffix())
                .title("[PR] ", titleOf(pull)).at(transition.word(), transition.at(), pull.updatedAt())
                .author(transition.actor()).url(pull.htmlUrl())
                .status(transition.kind().status()).description(pull.body()).data("action", transition.kind().name());
        boolean merge = transition.kind() == Transition.Kind.merged;
        if (!transition.newest()) {
            return (merge ? draft.fact("merged_by", transition.actor()) : draft).partly().asOf(transition.asOfItself()).build();
        }
        PullRequestDetails known = details == null ? new PullRequestDetails(pull, null, null, null) : details;
        if (merge) {
            draft.fact("merged_by", transition.actor());
            history(draft, scope, known);
        }
        ReviewSummary reviews = known.reviews() == null ? null : ReviewSummary.of(known.reviews());
        return facts(draft, known, reviews).description(description(known, reviews)).asOf(pull.updatedAt()).build();
    }

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

    private static DraftBuilder facts(DraftBuilder draft, PullRequestDetails known, ReviewSummary reviews) {
        PullRequest pull = known.pull();
        draft.data("merged", pull.merged()).data("draft", pull.draft())
                .data("labels", pull.labels().stream().map(Label::name).toList()).data("reviewers", reviewers(pull, reviews))
                .fact("approved_count", reviews == null ? null : reviews.approved())
                .fact("changes_requested_count", reviews == null ? null : reviews.changesRequested())
                .fact("additions", pull.additions()).fact("deletions", pull.deletions())
                .fact("changed_files", pull.changedFiles()).fact("comments", pull.comments())
                .fact("review_comments", pull.reviewComments()).fact("files", FileList.names(known.files(), FileList.SHOWN))
                .data("files_truncated", known.files() == null ? null : filesOf(known) > FileList.SHOWN)
                .data("review_time_seconds", reviewTime(known)).data("hotfix", PullRequestNature.hotfix(pull));
        // GitHub no longer computes it once closed.
        return pull.open() ? draft.fact("mergeable", pull.mergeable()) : draft.data("mergeable", pull.mergeable());
    }

    private static void history(DraftBuilder draft, RepositoryScope scope, PullRequestDetails known) {
        List<Commit> commits = known.commits();
        if (commits != null) {
            commits.stream().filter(commit -> commit.sha() != null).limit(COMMIT_KEYS)
                    .forEach(commit -> draft.key(scope.commit(commit.sha())));
        }
        draft.fact("commits",
                commits == null ? null : CommitEntries.own(scope, commits.stream().limit(COMMIT_KEYS).toList()));
        draft.data("opened_at", Objects.toString(known.pull().createdAt(), null)).data("first_review_at",
                firstReview(known).map(Instant::toString).orElse(null));
        cycleTime(draft, known.pull(), commits);
        draft.data("commit_count", known.pull().commits());
        List<String> reverts = PullRequestNature.reverts(known.pull(), commits);
        draft.data("reverts", reverts);
        if (reverts != null) {
            PullRequestNature.revertKeys(scope, reverts).forEach(draft::key);
        }
    }

    /** From the first commit's author date to the merge; unknown without commits. */
    private static void cycleTime(DraftBuilder draft, PullRequest pull, List<Commit> commits) {
        Instant first = commits == null ? null
                : commits.stream().map(Commit::authoredAt).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
        Long seconds = Moments.seconds(first, pull.mergedAt(), LONGEST);
        if (first == null || seconds != null) {
            draft.fact("cycle_time_seconds", seconds).data("first_commit_at", first == null ? null : first.toString());
        } else {
            draft.odd("first_commit_authored_at", first);
        }
    }

    /** From the opening to the first review by somebody else, else null. */
    private static Long reviewTime(PullRequestDetails known) {
        return firstReview(known).map(first -> Moments.seconds(known.pull().createdAt(), first, LONGEST)).orElse(null);
    }

    private static Optional<Instant> firstReview(PullRequestDetails known) {
        if (known.reviews() == null) {
            return Optional.empty();
        }
        String author = User.loginOf(known.pull().user());
        return known.reviews().stream().filter(Review::submitted)
                .filter(review -> !User.loginOf(review.user()).equals(author)).filter(review -> !User.isBot(review.user()))
                .map(Review::submittedAt).min(Instant::compareTo);
    }

    private static String description(PullRequestDetails known, ReviewSummary reviews) {
        List<Label> labels = known.pull().labels();
        return new Sections().add(known.pull().body())
                .add(labels.isEmpty() ? null
                        : "Labels: " + labels.stream().map(Label::name).filter(Objects::nonNull).map(Text::line)
                                .collect(Collectors.joining(", ")))
                .add(FileList.section(known.files(), filesOf(known))).add(reviews == null ? null : reviews.sentence())
                .toString();
    }

    private static int filesOf(PullRequestDetails known) {
        Integer counted = known.pull().changedFiles();
        return counted != null ? counted : known.files() == null ? 0 : known.files().size();
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
