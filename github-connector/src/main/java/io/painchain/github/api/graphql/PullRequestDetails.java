package io.painchain.github.api.graphql;

import java.util.List;

import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Review;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.FileChange;

/**
 * A pull request read alone, with what belongs to it.
 *
 * @param pull with the fields that lists leave out
 * @param reviews {@code null} where they were not read or may not be
 * @param files the first 20 or more, {@code null} as above
 * @param commits the first 100 or more, {@code null} as above
 */
public record PullRequestDetails(PullRequest pull, List<Review> reviews, List<FileChange> files, List<Commit> commits) {
}
