package io.painchain.simulator.world.pull;

import java.util.List;

import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.Git;
import io.painchain.simulator.world.git.NewCommit;

/** Makes the commit that a merged pull request leaves on its base branch. */
final class MergeCommit {

    private MergeCommit() {
    }

    static String make(Git git, PullRequest pull, MergeMethod method, By by) {
        String base = git.head(pull.baseRef());
        return switch (method) {
            case SQUASH -> git.append(base, List.of(squashed(pull)), by);
            case REBASE -> git.append(base, rebased(pull), by);
            case MERGE, QUEUE -> git.join(joined(pull), base, pull.headSha(), by);
        };
    }

    static NewCommit squashed(PullRequest pull) {
        String message = pull.issue().title() + " (#" + pull.number() + ")";
        return new NewCommit(message, pull.issue().author().login(), pull.files());
    }

    private static List<NewCommit> rebased(PullRequest pull) {
        return pull.commits().stream()
                .map(commit -> new NewCommit(commit.message(), commit.author().login(), commit.files())).toList();
    }

    private static NewCommit joined(PullRequest pull) {
        String message = "Merge pull request #" + pull.number() + " from " + pull.headOwner().login() + "/"
                + pull.headRef() + "\n\n" + pull.issue().title();
        return new NewCommit(message, List.of());
    }
}
