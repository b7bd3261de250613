package io.painchain.gitlab.change.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Transition;
import io.painchain.connector.draft.Transition.Kind;
import io.painchain.connector.list.ListState;
import io.painchain.gitlab.api.record.Issue;
import io.painchain.gitlab.api.record.LabelEvent;
import io.painchain.gitlab.api.record.StateEvent;
import io.painchain.gitlab.api.record.User;
import io.painchain.gitlab.mapping.IssueMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** One issue's steps and labels. */
final class IssueLife {

    private static final String STEPS = "steps";
    private static final String LABELS = "label_events";

    private final ProjectReader reader;
    private final ListState known;
    private final Issue issue;
    private final boolean whole;
    private final List<EventDraft> drafts = new ArrayList<>();

    IssueLife(ProjectReader reader, ListState known, Issue issue, boolean whole) {
        this.reader = reader;
        this.known = known;
        this.issue = issue;
        this.whole = whole;
    }

    List<EventDraft> drafts() {
        boolean touched = issue.updatedAt().isAfter(issue.createdAt());
        List<StateEvent> steps = whole && touched || issue.closed() ? steps() : List.of();
        if (steps == null) {
            add(opened(!issue.closed()));
            drafts.add(Drafts.lacking(drafts.remove(drafts.size() - 1), STEPS));
        } else {
            withSteps(steps);
        }
        if (whole && (touched || !issue.labels().isEmpty())) {
            labels().stream().filter(LabelEvent::added).filter(event -> known.isNews(event.createdAt()))
                    .forEach(event -> drafts.add(IssueMapper.labeled(reader.scope(), issue, event)));
        }
        return drafts;
    }

    private void withSteps(List<StateEvent> steps) {
        Transition newest = newest(steps);
        if (newest.kind() != Kind.opened && known.isNews(issue.createdAt())) {
            add(opened(false));
        }
        for (StateEvent step : steps) {
            if (!step.id().equals(newest.eventId()) && known.isNews(step.createdAt())) {
                add(of(step, false));
            }
        }
        add(newest);
    }

    private Transition newest(List<StateEvent> steps) {
        Optional<StateEvent> last = steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
        if (issue.closed()) {
            return last.filter(step -> step.is("closed")).map(step -> of(step, true))
                    .orElseGet(() -> new Transition(Kind.closed, null,
                            issue.closedAt() == null ? issue.updatedAt() : issue.closedAt(), User.loginOf(issue.closedBy()),
                            true));
        }
        return last.filter(step -> step.is("reopened")).map(step -> of(step, true)).orElseGet(() -> opened(true));
    }

    private Transition opened(boolean newest) {
        return Transition.opened(User.loginOf(issue.author()), issue.createdAt(), newest);
    }

    private static Transition of(StateEvent step, boolean newest) {
        return new Transition(step.is("closed") ? Kind.closed : Kind.reopened, step.id(), step.createdAt(),
                User.loginOf(step.user()), newest);
    }

    /** {@code null} where they are to be read again. */
    private List<StateEvent> steps() {
        Optional<List<StateEvent>> steps = record().read(STEPS,
                () -> reader.all("/issues/" + issue.iid() + "/resource_state_events?per_page=100", StateEvent.class));
        if (steps.isEmpty()) {
            return record().failed(STEPS) ? null : List.of();
        }
        return steps.get().stream().filter(step -> step.is("closed") || step.is("reopened"))
                .sorted(Comparator.comparing(StateEvent::id)).toList();
    }

    private List<LabelEvent> labels() {
        return record().read(LABELS,
                () -> reader.all("/issues/" + issue.iid() + "/resource_label_events?per_page=100", LabelEvent.class))
                .orElse(List.of());
    }

    private RecordDetails record() {
        return reader.details().of(IssueKind.SOURCE, issue.iid().toString());
    }

    private void add(Transition transition) {
        drafts.add(IssueMapper.toDraft(reader.scope(), issue, transition));
    }
}
