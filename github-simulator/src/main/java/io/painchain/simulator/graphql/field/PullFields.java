package io.painchain.simulator.graphql.field;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import graphql.schema.idl.TypeRuntimeWiring;
import io.painchain.simulator.graphql.connection.Connection;
import io.painchain.simulator.graphql.connection.Order;
import io.painchain.simulator.graphql.session.Asked;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.pull.Review;

/** Pull requests, their reviews and files. Their sources are copies that no later change reaches. */
public final class PullFields {

    private PullFields() {
    }

    /** A review and the pull request that it is of. */
    record ReviewOf(PullRequest pull, Review review) {
    }

    public static Stream<TypeRuntimeWiring.Builder> all() {
        return Stream.of(pull(), review(), file());
    }

    static String state(PullRequest pull) {
        return pull.merged() ? "MERGED" : pull.issue().open() ? "OPEN" : "CLOSED";
    }

    private static TypeRuntimeWiring.Builder pull() {
        Fields<PullRequest> fields = Fields.<PullRequest> of("PullRequest")
                .field("id", pull -> NodeIds.of("PR", pull.base().id(), pull.id()))
                .field("databaseId", pull -> Fields.asInt(pull.id())).field("fullDatabaseId", PullRequest::id)
                .field("number", PullRequest::number).field("title", pull -> pull.issue().title())
                .field("body", pull -> pull.issue().body() == null ? "" : pull.issue().body())
                .field("state", PullFields::state).asked("url", (pull, asked) -> url(pull, asked))
                .field("isDraft", PullRequest::draft)
                .field("isCrossRepository", pull -> pull.head() != pull.base())
                .field("closed", pull -> !pull.issue().open()).field("closedAt", pull -> pull.issue().closedAt())
                .field("createdAt", pull -> pull.issue().createdAt())
                .field("updatedAt", pull -> pull.issue().updatedAt()).field("author", pull -> pull.issue().author())
                .field("repository", PullRequest::base);
        changes(fields);
        lists(fields);
        return fields.wiring();
    }

    private static void changes(Fields<PullRequest> fields) {
        fields.field("merged", PullRequest::merged).field("mergedAt", PullRequest::mergedAt)
                .field("mergedBy", PullRequest::mergedBy)
                .field("mergeCommit", pull -> RefFields.commit(pull.base(), pull.mergeCommitSha()))
                .field("mergeable", PullFields::mergeable)
                .field("additions", pull -> pull.commits().stream().mapToInt(Commit::additions).sum())
                .field("deletions", pull -> pull.commits().stream().mapToInt(Commit::deletions).sum())
                .field("changedFiles", pull -> pull.files().size()).field("baseRefName", PullRequest::baseRef)
                .field("baseRefOid", PullRequest::baseSha).field("headRefName", PullRequest::headRef)
                .field("headRefOid", PullRequest::headSha).field("headRepository", PullRequest::head)
                .field("reviewDecision", PullFields::decision);
    }

    private static void lists(Fields<PullRequest> fields) {
        fields.asked("assignees",
                (pull, asked) -> Connection.of(Order.asIs(pull.issue().assignees()), asked, account -> account))
                .asked("comments",
                        (pull, asked) -> Connection.of(Order.asIs(pull.issue().commentList()), asked, comment -> comment))
                .asked("commits", PullFields::commits).asked("files", PullFields::files)
                .asked("labels",
                        (pull, asked) -> Connection.of(Order.asIs(pull.issue().labels()), asked, label -> label))
                .asked("reviewRequests", (pull, asked) -> Connection.of(Order.asIs(pull.requestedReviewers()), asked,
                        reviewer -> Map.of("requestedReviewer", reviewer)))
                .asked("reviewThreads", (pull, asked) -> Connection.of(Order.asIs(pull.reviewComments()), asked,
                        comment -> Map.of("id", NodeIds.of("PRRT", pull.base().id(), comment.id()), "isResolved", false,
                                "comments", Map.of("totalCount", 1, "pageInfo",
                                        Map.of("hasNextPage", false, "hasPreviousPage", false)))))
                .asked("reviews", PullFields::reviews);
    }

    private static Object commits(PullRequest pull, Asked asked) {
        asked.requireDetail(pull.base(), "/pulls/" + pull.number() + "/commits");
        return Connection.of(Order.asIs(pull.commits()), asked, commit -> Map.of("commit",
                new In<>(pull.base(), commit), "url", url(pull, asked) + "/commits/" + commit.sha()));
    }

    private static Object files(PullRequest pull, Asked asked) {
        asked.requireDetail(pull.base(), "/pulls/" + pull.number() + "/files");
        return Connection.of(Order.asIs(pull.files()), asked, file -> file);
    }

    private static Object reviews(PullRequest pull, Asked asked) {
        asked.requireDetail(pull.base(), "/pulls/" + pull.number() + "/reviews");
        List<Review> reviews = pull.reviews().stream().filter(review -> asked.allows("states", review.state()))
                .toList();
        return Connection.of(Order.asIs(reviews), asked, review -> new ReviewOf(pull, review));
    }

    private static TypeRuntimeWiring.Builder review() {
        return Fields.<ReviewOf> of("PullRequestReview")
                .field("id", of -> NodeIds.of("PRR", of.pull().base().id(), of.review().id()))
                .field("databaseId", of -> Fields.asInt(of.review().id()))
                .field("fullDatabaseId", of -> of.review().id()).field("author", of -> of.review().author())
                .field("body", of -> of.review().body())
                .field("commit", of -> RefFields.commit(of.pull().base(), of.review().commitId()))
                .field("createdAt", PullFields::reviewed).field("updatedAt", PullFields::reviewed)
                .field("submittedAt", of -> of.review().submittedAt()).field("state", of -> of.review().state())
                .asked("url", (of, asked) -> url(of.pull(), asked) + "#pullrequestreview-" + of.review().id())
                .wiring();
    }

    private static TypeRuntimeWiring.Builder file() {
        return Fields.<FileChange> of("PullRequestChangedFile").field("path", FileChange::filename)
                .field("additions", FileChange::additions).field("deletions", FileChange::deletions)
                .field("changeType", PullFields::changeType).wiring();
    }

    private static Object reviewed(ReviewOf of) {
        return of.review().submittedAt() == null ? of.pull().issue().updatedAt() : of.review().submittedAt();
    }

    private static String changeType(FileChange file) {
        return switch (file.status()) {
            case "added" -> "ADDED";
            case "removed" -> "DELETED";
            case "renamed" -> "RENAMED";
            default -> "MODIFIED";
        };
    }

    private static String mergeable(PullRequest pull) {
        if (!pull.issue().open() || pull.mergeable() == null) {
            return "UNKNOWN";
        }
        return pull.mergeable() ? "MERGEABLE" : "CONFLICTING";
    }

    /** By each reviewer's latest word that is one; null where nobody was asked and nobody spoke. */
    private static String decision(PullRequest pull) {
        Map<Account, String> latest = new LinkedHashMap<>();
        pull.reviews().stream().filter(review -> review.submittedAt() != null)
                .filter(review -> !review.state().equals(Review.COMMENTED))
                .sorted(Comparator.comparing(Review::submittedAt))
                .forEach(review -> latest.put(review.author(), review.state()));
        if (latest.containsValue(Review.CHANGES_REQUESTED)) {
            return "CHANGES_REQUESTED";
        }
        if (latest.containsValue(Review.APPROVED)) {
            return "APPROVED";
        }
        return pull.requestedReviewers().isEmpty() ? null : "REVIEW_REQUIRED";
    }

    private static String url(PullRequest pull, Asked asked) {
        return asked.links().html(pull.base()) + "/pull/" + pull.number();
    }
}
