package io.painchain.github.change.workitem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Transition;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.github.api.record.Issue;
import io.painchain.github.api.record.IssueEvent;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.change.issue.IssueDrafts;
import io.painchain.github.change.pull.PullRequestDrafts;
import io.painchain.github.change.transition.KnownTransitions;
import io.painchain.github.change.transition.Numbering;
import io.painchain.github.change.transition.TransitionMark;
import io.painchain.github.change.transition.WorkItemsState;
import io.painchain.github.mapping.IssueMapper;
import io.painchain.github.mapping.PullRequestMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Checks that closings, reopenings and labels of issues are stored. */
public final class SweptSteps extends SweptRecords<IssueEvent, WorkItemsState, RepositoryReader> {

    private static final String PATH = "/issues/events?per_page=100";

    public SweptSteps() {
        super(WorkItemKind.KIND, "issues", PATH, new SweptPages.Shape<>(IssueEvent.class, null, IssueEvent::createdAt));
    }

    @Override
    public String name() {
        return "closings, reopenings and labels";
    }

    @Override
    public List<SweptList> lists(Instant from, Instant now) {
        return List.of(new SweptList("steps", PATH, from));
    }

    @Override
    public Optional<SweptPages<IssueEvent>> read(RepositoryReader reader, Known<WorkItemsState> known, SweptList list,
            List<PageTag> tags) {
        return known.slice().events().neverRead() ? Optional.empty() : super.read(reader, known, list, tags);
    }

    /** The pull requests themselves show merges. */
    @Override
    public List<SweptItem<IssueEvent>> items(RepositoryReader reader, Known<WorkItemsState> known, List<IssueEvent> events) {
        List<IssueEvent> wanted = new ArrayList<>(KnownTransitions.steps(events));
        wanted.removeIf(event -> KnownTransitions.isIdentifiedByTime(event, known.slice().transitions()));
        wanted.removeIf(event -> event.is("merged") || event.issue().isPullRequest() && !isNumbered(event, known));
        events.stream().filter(WorkItemsSource::isLabel).forEach(wanted::add);
        return wanted.stream().map(event -> new SweptItem<>(event, event.createdAt(), event.id().toString(),
                () -> List.of(probe(reader, event)))).toList();
    }

    /** Closings from while this list could not be read are stored by time. */
    private static boolean isNumbered(IssueEvent event, Known<WorkItemsState> known) {
        boolean byTime = event.is("closed") && known.slice().unnumbered() != null
                && known.slice().unnumbered().holds(event.createdAt());
        return !byTime && !event.createdAt().isBefore(known.coveredFrom("pulls"));
    }

    private static EventDraft probe(RepositoryReader reader, IssueEvent event) {
        if (WorkItemsSource.isLabel(event)) {
            return Drafts.probing(IssueMapper.labeled(reader.scope(), event));
        }
        Transition step = TransitionMark.of(event).transition(false);
        return Drafts.probing(event.issue().isPullRequest()
                ? PullRequestMapper.toDraft(reader.scope(), asPull(event.issue()), step, null)
                : IssueMapper.toDraft(reader.scope(), event.issue(), step));
    }

    private static PullRequest asPull(Issue issue) {
        return new PullRequest(issue.number(), issue.title(), issue.body(), issue.state(), null, issue.user(),
                issue.createdAt(),
                issue.updatedAt(), issue.closedAt(), issue.pullRequest().mergedAt(), null, issue.htmlUrl(), null, null,
                issue.labels(), null, null, null, null, null, null, null, null, null);
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, Known<WorkItemsState> known, List<IssueEvent> missing) {
        KnownTransitions book = new KnownTransitions(known.slice().transitions(), missing);
        WorkItemsState items = known.slice();
        List<EventDraft> drafts = new ArrayList<>(new PullRequestDrafts(reader, items, book, Numbering.READ, new ArrayList<>())
                .drafts(ListCrawl.Result.of(List.of(), items.pulls()), missing));
        drafts.addAll(new IssueDrafts(reader, items, book, null, Numbering.READ)
                .drafts(ListCrawl.Result.of(List.of(), items.issues()), missing));
        return drafts;
    }

    /** Passes the last step found on to later polls. */
    @Override
    public WorkItemsState after(WorkItemsState items, List<IssueEvent> missing) {
        KnownTransitions book = new KnownTransitions(items.transitions(), missing);
        return items.with(book.toKeep());
    }
}
