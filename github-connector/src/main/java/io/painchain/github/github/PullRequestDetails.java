package io.painchain.github.github;

import java.util.List;

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
