package io.painchain.github.api.graphql;

import java.util.List;

import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Review;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.FileChange;

/** A pull request read alone. Null means not read or not allowed; {@code files} are 20 or more, {@code commits} 100. */
public record PullRequestDetails(PullRequest pull, List<Review> reviews, List<FileChange> files, List<Commit> commits) {
}
