package io.painchain.simulator.gitlab.world.issue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.simulator.gitlab.world.base.Basis;
import io.painchain.simulator.gitlab.world.base.Numbered;
import io.painchain.simulator.gitlab.world.base.StateEvent;
import io.painchain.simulator.gitlab.world.event.Event.Target;
import io.painchain.simulator.gitlab.world.event.Feed;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;

/** The issues of a project. */
public final class Issues {

    private final Basis basis;
    private final Feed feed;
    private final List<Issue> all = new ArrayList<>();
    private int last;
    private final Map<String, Long> labels = new LinkedHashMap<>();

    public Issues(Basis basis, Feed feed) {
        this.basis = basis;
        this.feed = feed;
    }

    public List<Issue> all() {
        return List.copyOf(all);
    }

    public Issue get(int iid) {
        return all.stream().filter(issue -> issue.iid() == iid).findFirst()
                .orElseThrow(() -> new UnknownThingException("There is no issue " + iid));
    }

    public Issue open(String title, String type, By by) {
        Issue issue = new Issue(
                new Issue.Birth(basis.next(Numbered.ISSUE), ++last, basis.user(by), basis.at(by)), title, type);
        all.add(issue);
        feed.add("created", target(issue), by);
        return issue;
    }

    /** Neither the list nor the feed says anything of it. */
    public void delete(int iid) {
        all.remove(get(iid));
    }

    public Issue close(int iid, By by) {
        return step(iid, "closed", true, by);
    }

    public Issue reopen(int iid, By by) {
        return step(iid, "reopened", false, by);
    }

    /** The feed says nothing of it. */
    public Issue label(int iid, String name, boolean add, By by) {
        Issue issue = get(iid);
        if (issue.labels().contains(name) == add) {
            throw new ImpossibleChangeException("The issue " + iid + (add ? " has" : " lacks") + " the label " + name);
        }
        long label = labels.computeIfAbsent(name, absent -> basis.next(Numbered.LABEL));
        issue.label(new LabelEvent(basis.next(Numbered.LABEL_EVENT), add ? "add" : "remove", label, name, basis.user(by),
                basis.at(by)));
        return issue;
    }

    private Issue step(int iid, String state, boolean fromOpen, By by) {
        Issue issue = get(iid);
        if (issue.open() != fromOpen) {
            throw new ImpossibleChangeException("The issue " + iid + " is " + (issue.open() ? "open" : "closed"));
        }
        issue.step(new StateEvent(basis.next(Numbered.STATE_EVENT), state, basis.user(by), basis.at(by)));
        feed.add(state, target(issue), by);
        return issue;
    }

    private static Target target(Issue issue) {
        return new Target("Issue", issue.id(), issue.iid(), issue.title());
    }
}
