package io.painchain.simulator.world.feed;

import java.util.List;

import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.issue.Comment;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.issue.Label;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.pull.Review;
import io.painchain.simulator.world.release.Release;

/** What an event of the feed tells; pull requests, issues and the like as they were at that moment. */
public sealed interface FeedPayload {

    String type();

    /** Pushes, created and deleted refs get their ids from a sequence of their own. */
    default boolean ofGit() {
        return false;
    }

    /** Whether a tag was created or deleted. */
    default boolean ofTag() {
        return this instanceof RefCreated created && created.refType().equals("tag")
                || this instanceof RefDeleted deleted && deleted.refType().equals("tag");
    }

    record Pushed(long pushId, String ref, String before, String head, List<Commit> commits) implements FeedPayload {
        @Override
        public String type() {
            return "PushEvent";
        }

        @Override
        public boolean ofGit() {
            return true;
        }
    }

    record RefCreated(String ref, String refType) implements FeedPayload {
        @Override
        public String type() {
            return "CreateEvent";
        }

        @Override
        public boolean ofGit() {
            return true;
        }
    }

    record RefDeleted(String ref, String refType) implements FeedPayload {
        @Override
        public String type() {
            return "DeleteEvent";
        }

        @Override
        public boolean ofGit() {
            return true;
        }
    }

    record PullRequestChanged(String action, PullRequest pull) implements FeedPayload {
        @Override
        public String type() {
            return "PullRequestEvent";
        }
    }

    record Reviewed(Review review, PullRequest pull) implements FeedPayload {
        @Override
        public String type() {
            return "PullRequestReviewEvent";
        }
    }

    record IssueChanged(String action, Issue issue, Label label) implements FeedPayload {
        @Override
        public String type() {
            return "IssuesEvent";
        }
    }

    record Commented(Comment comment, Issue issue) implements FeedPayload {
        @Override
        public String type() {
            return "IssueCommentEvent";
        }
    }

    record ReleasePublished(Release release) implements FeedPayload {
        @Override
        public String type() {
            return "ReleaseEvent";
        }
    }
}
