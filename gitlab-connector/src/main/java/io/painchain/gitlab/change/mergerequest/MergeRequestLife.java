package io.painchain.gitlab.change.mergerequest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Transition;
import io.painchain.connector.draft.Transition.Kind;
import io.painchain.connector.list.ListState;
import io.painchain.gitlab.api.graphql.MergeRequestFacts;
import io.painchain.gitlab.api.record.MergeRequest;
import io.painchain.gitlab.api.record.Note;
import io.painchain.gitlab.api.record.StateEvent;
import io.painchain.gitlab.api.record.User;
import io.painchain.gitlab.mapping.ApprovalMapper;
import io.painchain.gitlab.mapping.Approvals;
import io.painchain.gitlab.mapping.MergeRequestMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** One merge request's steps and approvals. A closing without a number, as on old servers, is identified by its time. */
final class MergeRequestLife {

    private static final String STEPS = "steps";
    private static final String APPROVALS = "approvals";
    /** A step and the record's own time of it. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(2);

    private final ProjectReader reader;
    private final ListState known;
    private final MergeRequest request;
    private final boolean whole;
    private final List<EventDraft> drafts = new ArrayList<>();

    /** @param whole whether its approvals are read; steps are read wherever there may be one */
    MergeRequestLife(ProjectReader reader, ListState known, MergeRequest request, boolean whole) {
        this.reader = reader;
        this.known = known;
        this.request = request;
        this.whole = whole;
    }

    List<EventDraft> drafts(MergeRequestFacts facts) {
        boolean touched = request.updatedAt().isAfter(request.createdAt());
        List<Note> notes = whole && touched ? notes() : whole ? List.of() : null;
        Approvals approvals = notes == null ? null : Approvals.of(notes);
        if (notes != null) {
            notes.stream().filter(note -> note.approval().isPresent() && known.isNews(note.createdAt()))
                    .forEach(note -> drafts.add(ApprovalMapper.toDraft(reader.scope(), request, note)));
        }
        List<StateEvent> steps = whole && touched || request.closed() ? steps() : List.of();
        if (steps == null) {
            withoutSteps(facts, approvals);
        } else {
            withSteps(steps, facts, approvals);
        }
        return drafts;
    }

    private void withSteps(List<StateEvent> steps, MergeRequestFacts facts, Approvals approvals) {
        Transition newest = newest(steps);
        if (newest.kind() != Kind.opened && known.isNews(request.createdAt())) {
            add(opened(false), MergeRequestFacts.UNREAD, null);
        }
        for (StateEvent step : steps) {
            boolean last = newest.eventId() != null && newest.eventId().equals(step.id());
            if (!last && known.isNews(step.createdAt())) {
                add(of(step, false), MergeRequestFacts.UNREAD, null);
            }
        }
        add(newest, facts, approvals);
    }

    /** They failed to be read and are read again; what is certain is told now. */
    private void withoutSteps(MergeRequestFacts facts, Approvals approvals) {
        if (request.merged()) {
            withSteps(List.of(), facts, approvals);
            return;
        }
        add(opened(true), facts, approvals);
        drafts.add(Drafts.lacking(drafts.remove(drafts.size() - 1), STEPS));
    }

    private Transition newest(List<StateEvent> steps) {
        if (request.merged()) {
            String merger = request.merger() != null ? User.loginOf(request.merger())
                    : steps.stream().filter(step -> step.is("merged")).map(step -> User.loginOf(step.user())).findFirst()
                            .orElse(null);
            return new Transition(Kind.merged, null, request.mergeTime(), merger, true);
        }
        Optional<StateEvent> last = steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
        if (request.closed()) {
            return last.filter(step -> step.is("closed") && tells(step)).map(step -> of(step, true))
                    .orElseGet(() -> new Transition(Kind.closed, null, closedAt(), User.loginOf(request.closedBy()), true));
        }
        return last.filter(step -> step.is("reopened")).map(step -> of(step, true)).orElseGet(() -> opened(true));
    }

    private boolean tells(StateEvent step) {
        return request.closedAt() == null
                || Duration.between(step.createdAt(), request.closedAt()).abs().compareTo(SAME_MOMENT) <= 0;
    }

    private Instant closedAt() {
        return request.closedAt() == null ? request.updatedAt() : request.closedAt();
    }

    private Transition opened(boolean newest) {
        return Transition.opened(User.loginOf(request.author()), request.createdAt(), newest);
    }

    private static Transition of(StateEvent step, boolean newest) {
        return new Transition(step.is("closed") ? Kind.closed : Kind.reopened, step.id(), step.createdAt(),
                User.loginOf(step.user()), newest);
    }

    /** Closings and reopenings, oldest first; {@code null} where they are to be read again. */
    private List<StateEvent> steps() {
        Optional<List<StateEvent>> steps = record().read(STEPS,
                () -> reader.all("/merge_requests/" + request.iid() + "/resource_state_events?per_page=100", StateEvent.class));
        if (steps.isEmpty()) {
            return record().failed(STEPS) ? null : List.of();
        }
        return steps.get().stream().filter(step -> step.is("closed") || step.is("reopened"))
                .sorted(Comparator.comparing(StateEvent::id)).toList();
    }

    /** {@code null} where they could not be read. */
    private List<Note> notes() {
        return record().read(APPROVALS, () -> reader.all("/merge_requests/" + request.iid()
                + "/notes?activity_filter=only_activity&order_by=created_at&sort=desc&per_page=100", Note.class)).orElse(null);
    }

    private RecordDetails record() {
        return reader.details().of(MergeRequestKind.SOURCE, request.iid().toString());
    }

    private void add(Transition transition, MergeRequestFacts facts, Approvals approvals) {
        drafts.add(MergeRequestMapper.toDraft(reader.scope(), request, transition, facts, approvals));
    }
}
