package io.painchain.simulator.world.pull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;
import io.painchain.simulator.world.feed.FeedPayload;
import io.painchain.simulator.world.git.ActivityType;
import io.painchain.simulator.world.git.Git;
import io.painchain.simulator.world.issue.Comment;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.issue.IssueEvents;
import io.painchain.simulator.world.issue.Issues;
import io.painchain.simulator.world.repository.Repository;

/** Pull requests of a repository. Closing, reopening, labelling and commenting are done to them as {@link Issues}. */
public final class PullRequests {

    private final Repository repository;

    public PullRequests(Repository repository) {
        this.repository = repository;
    }

    public List<PullRequest> all() {
        return repository.issues().all().stream().map(Issue::pull).filter(Objects::nonNull).toList();
    }

    public Optional<PullRequest> find(int number) {
        return Optional.ofNullable(repository.issues().find(number)).map(Issue::pull);
    }

    public PullRequest get(int number) {
        return find(number).orElseThrow(() -> new UnknownThingException(
                "There is no pull request " + repository.fullName() + "#" + number));
    }

    public PullRequest open(NewPull draft, By by) {
        return repository.write(() -> {
            String headSha = propose(draft, by);
            Issue issue = repository.issues().create(by).texts(draft.title(), draft.body());
            PullRequest pull = new PullRequest(repository.world().ids().pull(), issue, repository, fork(draft), draft);
            show(pull, headSha);
            draft.labels().forEach(name -> issue.labels().add(repository.labels().named(name)));
            tell("opened", pull, by);
            draft.labels().forEach(name -> repository.issueEvents().addLabel(issue, "labeled", actor(by), when(by),
                    repository.labels().named(name)));
            return pull;
        });
    }

    public PullRequest merge(int number, MergeMethod method, By by) {
        return repository.write(() -> {
            PullRequest pull = get(number);
            if (!pull.issue().open()) {
                throw new ImpossibleChangeException(repository.fullName() + "#" + number + " is not open");
            }
            String commit = MergeCommit.make(repository.git(), pull, method, by);
            pull.merged(actor(by), when(by), commit);
            repository.issues().merged();
            IssueEvents events = repository.issueEvents();
            events.addMerged(pull.issue(), actor(by), when(by), commit);
            events.add(pull.issue(), "closed", actor(by), when(by));
            tell("merged", pull, by);
            ActivityType type = method == MergeMethod.QUEUE ? ActivityType.MERGE_QUEUE_MERGE : ActivityType.PR_MERGE;
            repository.git().move(pull.baseRef(), commit, type, by);
            return pull;
        });
    }

    public Review review(int number, String state, String body, By by) {
        return repository.write(() -> {
            PullRequest pull = get(number);
            boolean pending = state.equals(Review.PENDING);
            Review review = new Review(repository.world().ids().review(), actor(by), state, body == null ? "" : body,
                    pending ? null : when(by), pull.headSha());
            pull.reviews().add(review);
            if (!pending) {
                pull.requestedReviewers().remove(actor(by));
                pull.issue().touch(when(by));
                repository.feed().add(actor(by), when(by), new FeedPayload.Reviewed(review, pull.snapshot()));
            }
            return review;
        });
    }

    /** Comments on a line of the change, which makes a review of that comment. */
    public Comment commentOnCode(int number, String body, By by) {
        return repository.write(() -> {
            PullRequest pull = get(number);
            Review review = review(number, Review.COMMENTED, "", by);
            Comment comment = new Comment(repository.world().ids().comment(), actor(by), body, when(by), review.id());
            pull.reviewComments().add(comment);
            pull.issue().touch(when(by));
            return comment;
        });
    }

    public void dismissReview(int number, long reviewId, By by) {
        repository.write(() -> {
            PullRequest pull = get(number);
            pull.reviews().replaceAll(review -> review.id() == reviewId ? review.dismissed() : review);
            pull.issue().touch(when(by));
            repository.issueEvents().add(pull.issue(), "review_dismissed", actor(by), when(by));
        });
    }

    public void requestReview(int number, String reviewer, By by) {
        repository.write(() -> {
            PullRequest pull = get(number);
            pull.requestedReviewers().add(repository.world().account(reviewer));
            pull.issue().touch(when(by));
            repository.issueEvents().add(pull.issue(), "review_requested", actor(by), when(by));
        });
    }

    public void readyForReview(int number, By by) {
        repository.write(() -> {
            PullRequest pull = get(number);
            pull.ready();
            pull.issue().touch(when(by));
            repository.issueEvents().add(pull.issue(), "ready_for_review", actor(by), when(by));
        });
    }

    /** Deletes the head branch, as people do after merging. */
    public void deleteHead(int number, By by) {
        repository.write(() -> {
            PullRequest pull = get(number);
            repository.git().deleteBranch(pull.headRef(), by);
            repository.issueEvents().add(pull.issue(), "head_ref_deleted", actor(by), when(by));
        });
    }

    public MergeQueue queue() {
        return new MergeQueue(repository);
    }

    public void mergeable(int number, Boolean known) {
        repository.write(() -> get(number).mergeable(known));
    }

    /** Open pull requests from a branch of this repository follow that branch. */
    public void headMoved(String branch, String head, Instant moment) {
        all().stream().filter(pull -> pull.issue().open() && pull.headRef().equals(branch) && pull.head() == repository)
                .forEach(pull -> {
                    show(pull, head);
                    pull.issue().touch(moment);
                });
    }

    private void show(PullRequest pull, String headSha) {
        Git git = repository.git();
        String base = git.head(pull.baseRef());
        pull.shows(base, headSha, git.commits().notIn(headSha, base, 250));
    }

    private String propose(NewPull draft, By by) {
        Git git = repository.git();
        if (draft.fork() != null) {
            return git.append(git.head(draft.base()), draft.commitsToMake(), by);
        }
        if (!git.branches().containsKey(draft.head())) {
            git.createBranch(draft.head(), draft.base(), draft.commitsToMake(), by);
        }
        return git.head(draft.head());
    }

    private Repository fork(NewPull draft) {
        return draft.fork() == null ? repository : repository.world().fork(draft.fork());
    }

    private void tell(String action, PullRequest pull, By by) {
        repository.feed().add(actor(by), when(by), new FeedPayload.PullRequestChanged(action, pull.snapshot()));
    }

    private Account actor(By by) {
        return repository.world().account(by.login());
    }

    private Instant when(By by) {
        return repository.world().when(by);
    }
}
