package io.painchain.simulator.world.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.repository.Repository;

/** The numbered events of a repository's issues and pull requests. */
public final class IssueEvents {

    private static final Comparator<IssueEvent> OLDEST_FIRST = Comparator.comparing(IssueEvent::createdAt)
            .thenComparing(IssueEvent::id);

    private final Repository repository;
    private final List<IssueEvent> events = new ArrayList<>(0);

    public IssueEvents(Repository repository) {
        this.repository = repository;
    }

    public List<IssueEvent> newestFirst() {
        return events.stream().sorted(OLDEST_FIRST.reversed()).toList();
    }

    public List<IssueEvent> of(Issue issue) {
        return events.stream().filter(event -> event.issue() == issue).sorted(OLDEST_FIRST).toList();
    }

    public IssueEvent add(Issue issue, String event, Account actor, Instant moment) {
        return add(new IssueEvent(nextId(), issue, event, actor, moment, null, null, null));
    }

    public IssueEvent addMerged(Issue issue, Account actor, Instant moment, String commitId) {
        return add(new IssueEvent(nextId(), issue, "merged", actor, moment, commitId, null, null));
    }

    public IssueEvent addLabel(Issue issue, String event, Account actor, Instant moment, Label label) {
        return add(new IssueEvent(nextId(), issue, event, actor, moment, null, label, null));
    }

    IssueEvent addRename(Issue issue, Account actor, Instant moment, IssueEvent.Rename rename) {
        return add(new IssueEvent(nextId(), issue, "renamed", actor, moment, null, null, rename));
    }

    void forget(Issue issue) {
        events.removeIf(event -> event.issue() == issue);
    }

    private IssueEvent add(IssueEvent event) {
        events.add(event);
        return event;
    }

    private long nextId() {
        return repository.world().ids().issueEvent();
    }
}
