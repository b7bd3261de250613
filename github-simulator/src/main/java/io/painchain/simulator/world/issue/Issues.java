package io.painchain.simulator.world.issue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;
import io.painchain.simulator.world.feed.FeedPayload;
import io.painchain.simulator.world.repository.Repository;

/** Issues of a repository, pull requests among them. What is done to one here works for both. */
public final class Issues {

    private final Repository repository;
    private final Map<Integer, Issue> issues = new TreeMap<>();
    private final Map<Integer, Departure> departed = new TreeMap<>();
    private int lastNumber;
    /** Kept apart because answers about another repository read it without this one's lock. */
    private volatile int open;

    public Issues(Repository repository) {
        this.repository = repository;
    }

    /** Issues and pull requests by number. */
    public Collection<Issue> all() {
        return issues.values();
    }

    public Issue get(int number) {
        Issue issue = issues.get(number);
        if (issue == null) {
            throw new UnknownThingException("There is no issue " + repository.fullName() + "#" + number);
        }
        return issue;
    }

    public Issue find(int number) {
        return issues.get(number);
    }

    public int openCount() {
        return open;
    }

    public Issue open(NewIssue draft, By by) {
        return repository.write(() -> {
            Issue issue = create(by).texts(draft.title(), draft.body());
            tell("opened", issue, null, by);
            draft.labels().forEach(label -> label(issue.number(), label, by));
            return issue;
        });
    }

    public IssueEvent close(int number, String reason, By by) {
        return repository.write(() -> {
            Issue issue = get(number);
            requireOpen(issue, true);
            issue.close(actor(by), when(by), reason);
            open--;
            tell("closed", issue, null, by);
            return repository.issueEvents().add(issue, "closed", actor(by), when(by));
        });
    }

    /** Closes it so that no event tells, as where the one who did it is hidden. */
    public void closeUnseen(int number, By by) {
        repository.write(() -> {
            Issue issue = get(number);
            requireOpen(issue, true);
            issue.close(actor(by), when(by), null);
            open--;
        });
    }

    /** Moves an issue to another repository, where it gets another number. */
    public Issue transfer(int number, Repository target, By by) {
        Issue old = get(number);
        List<String> names = old.labels().stream().map(Label::name).toList();
        Issue moved = target.issues().open(new NewIssue(old.title(), old.body(), names), by);
        depart(number, new Departure(Departure.Reason.TRANSFERRED, target, moved.number()));
        return moved;
    }

    public void delete(int number) {
        depart(number, new Departure(Departure.Reason.DELETED, null, 0));
    }

    /** Makes a discussion of it. */
    public void convert(int number) {
        depart(number, new Departure(Departure.Reason.CONVERTED, null, 0));
    }

    /** Why there is no issue of this number any more; null where there is one or never was. */
    public Departure departure(int number) {
        return departed.get(number);
    }

    private void depart(int number, Departure departure) {
        repository.write(() -> {
            Issue issue = get(number);
            if (issue.pull() != null) {
                throw new ImpossibleChangeException(repository.fullName() + "#" + number + " is a pull request");
            }
            open -= issue.open() ? 1 : 0;
            issues.remove(number);
            departed.put(number, departure);
            repository.issueEvents().forget(issue);
        });
    }

    public IssueEvent reopen(int number, By by) {
        return repository.write(() -> {
            Issue issue = get(number);
            requireOpen(issue, false);
            issue.reopen(when(by));
            open++;
            tell("reopened", issue, null, by);
            return repository.issueEvents().add(issue, "reopened", actor(by), when(by));
        });
    }

    public IssueEvent label(int number, String name, By by) {
        return repository.write(() -> {
            Issue issue = get(number);
            Label label = repository.labels().named(name);
            issue.labels().remove(label);
            issue.labels().add(label);
            issue.touch(when(by));
            tell("labeled", issue, label, by);
            return repository.issueEvents().addLabel(issue, "labeled", actor(by), when(by), label);
        });
    }

    public IssueEvent unlabel(int number, String name, By by) {
        return repository.write(() -> {
            Issue issue = get(number);
            Label label = repository.labels().named(name);
            issue.labels().remove(label);
            issue.touch(when(by));
            return repository.issueEvents().addLabel(issue, "unlabeled", actor(by), when(by), label);
        });
    }

    public void edit(int number, String title, String body, By by) {
        repository.write(() -> {
            Issue issue = get(number);
            if (title != null && !title.equals(issue.title())) {
                repository.issueEvents().addRename(issue, actor(by), when(by),
                        new IssueEvent.Rename(issue.title(), title));
            }
            issue.texts(title, body).touch(when(by));
        });
    }

    public Comment comment(int number, String body, By by) {
        return repository.write(() -> {
            Issue issue = get(number);
            Comment comment = new Comment(repository.world().ids().comment(), actor(by), body, when(by), 0);
            issue.commented(comment);
            repository.feed().add(actor(by), when(by), new FeedPayload.Commented(comment, issue.snapshot()));
            return comment;
        });
    }

    public IssueEvent assign(int number, String login, By by) {
        return repository.write(() -> {
            Issue issue = get(number);
            issue.assignees().add(repository.world().account(login));
            issue.touch(when(by));
            return repository.issueEvents().add(issue, "assigned", actor(by), when(by));
        });
    }

    /** Takes the next number, which issues and pull requests share. */
    public Issue create(By by) {
        int number = ++lastNumber;
        Issue issue = new Issue(repository.world().ids().thread(), number, actor(by), when(by));
        issues.put(number, issue);
        open++;
        return issue;
    }

    /** A pull request among these was merged, which closed it. */
    public void merged() {
        open--;
    }

    private void requireOpen(Issue issue, boolean open) {
        boolean merged = issue.pull() != null && issue.pull().merged();
        if (issue.open() != open || merged) {
            throw new ImpossibleChangeException(repository.fullName() + "#" + issue.number() + " is "
                    + (merged ? "merged" : issue.open() ? "open" : "closed"));
        }
    }

    private void tell(String action, Issue issue, Label label, By by) {
        FeedPayload payload = issue.pull() == null ? new FeedPayload.IssueChanged(action, issue.snapshot(), label)
                : new FeedPayload.PullRequestChanged(action, issue.pull().snapshot());
        repository.feed().add(actor(by), when(by), payload);
    }

    private Account actor(By by) {
        return repository.world().account(by.login());
    }

    private Instant when(By by) {
        return repository.world().when(by);
    }
}
