package io.painchain.github.mapping;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Review;
import io.painchain.github.api.record.User;
import io.painchain.model.event.EventDraft;

public final class ReviewMapper {

    private ReviewMapper() {
    }

    /** As of the pull request's update, because a review has none. */
    public static EventDraft toDraft(RepositoryScope scope, PullRequest pull, Review review) {
        String state = Text.word(review.state());
        return PullRequestMapper.identified(DraftBuilder.of(scope, "pull_request_review"), scope, pull)
                .externalId("pr-" + scope.identity() + "-" + pull.number() + "#review-" + review.id())
                .title("[Review] ", state, ": ", PullRequestMapper.titleOf(pull)).reportedAt(pull.updatedAt())
                .at("submitted_at", review.submittedAt(), pull.updatedAt()).asOf(pull.updatedAt())
                .author(User.loginOf(review.user())).url(review.htmlUrl()).status(state).description(review.body())
                .key(review.commitId() == null ? null : scope.commit(review.commitId())).data("action", "submitted")
                .data("review_id", review.id()).data("commit_sha", review.commitId()).build();
    }
}
