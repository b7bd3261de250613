package io.painchain.gitlab.change.issue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.gitlab.api.record.Issue;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.mapping.IssueMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/**
 * Determines what became of issues that left their list: most are only too old for it. A deleted one is not told apart from one
 * that the token may no longer see; one that was moved stays where it was, closed.
 */
final class DepartedIssues {

    private static final int AT_ONCE = 20;

    private final ProjectReader reader;
    private final List<EventDraft> drafts = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();
    private Boolean switchedOff;

    DepartedIssues(ProjectReader reader, Collection<Long> vanished) {
        this.reader = reader;
        List<Long> numbers = vanished.stream().sorted().toList();
        numbers.stream().limit(AT_ONCE).forEach(this::lookUp);
        numbers.stream().skip(AT_ONCE).forEach(left::add);
    }

    List<EventDraft> drafts() {
        return drafts;
    }

    List<Long> left() {
        return left;
    }

    /** Where issues are switched off, none is found and none is gone. */
    private void notFound(long iid) {
        if (switchedOff == null) {
            Project project = reader.read("", Project.class);
            switchedOff = IssueKind.KIND.features().stream().anyMatch(feature -> feature.isOff(project));
        }
        if (switchedOff) {
            left.add(iid);
        } else {
            drafts.add(IssueMapper.departed(reader.scope(), iid, reader.now()));
        }
    }

    private void lookUp(long iid) {
        try {
            reader.read("/issues/" + iid, Issue.class);
        } catch (ProviderException e) {
            if (e.concernsAll()) {
                throw e;
            }
            if (e.is(Kind.NOT_FOUND) || e.is(Kind.GONE)) {
                notFound(iid);
            } else if (!e.withheld()) {
                left.add(iid);
            }
        }
    }
}
