package io.painchain.github.change.workitem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptInTurn;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRetries;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.list.Unreadable;
import io.painchain.github.api.record.Issue;
import io.painchain.github.api.record.IssueEvent;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.change.issue.DepartedIssues;
import io.painchain.github.change.issue.IssueDrafts;
import io.painchain.github.change.issue.SweptIssues;
import io.painchain.github.change.pull.PullRequestDrafts;
import io.painchain.github.change.pull.SweptPulls;
import io.painchain.github.change.pull.SweptReviews;
import io.painchain.github.change.transition.KnownTransitions;
import io.painchain.github.change.transition.Numbering;
import io.painchain.github.change.transition.WorkItemsState;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Reads pull requests and issues first, events last, so that events contain every step that the others show. */
public final class WorkItemsSource implements Source<WorkItemsState, RepositoryReader> {

    private static final ListRule<Issue> ISSUES = new ListRule<>("issues", Issue.class, null,
            issue -> issue.number().toString(), Issue::updatedAt, issue -> !issue.isPullRequest());
    private static final ListRule<IssueEvent> EVENTS = new ListRule<>("issue events", IssueEvent.class, null,
            event -> event.id().toString(), IssueEvent::createdAt, WorkItemsSource::isWanted);

    /** Newest changes first; the events list takes no such parameters. */
    private static final String BY_UPDATE = "?state=all&sort=updated&direction=desc&per_page=100";

    /** What a probe shows as unchanged is not read for this long. */
    private static final Duration SPARED = Duration.ofHours(1);

    private static final String STEPS = "Closings and labels";

    private final ListRetries retries = new ListRetries();
    private boolean sparesPulls;
    private boolean sparesIssues;
    private final PullRequestList pullRequests = new PullRequestList(BY_UPDATE);
    private Instant pullsReadAt;
    private Instant issuesReadAt;
    private Instant eventsReadAt;
    /** The events list may lag behind, so it is read once more after the others changed. */
    private boolean wereAsBefore;

    @Override
    public List<SweptSource<?, ?, RepositoryReader>> swept() {
        return List.of(new SweptPulls(WorkItemKind.KIND), new SweptIssues(WorkItemKind.KIND), new SweptSteps());
    }

    @Override
    public List<SweptInTurn<?, RepositoryReader>> sweptInTurn() {
        return List.of(new SweptReviews(WorkItemKind.KIND));
    }

    @Override
    public void probed(Set<String> same) {
        spare(same.contains("pulls"), same.contains("issues"));
    }

    @Override
    public void hinted() {
        spare(false, false);
    }

    /** A changed pull request changes both lists. */
    private void spare(boolean pulls, boolean issues) {
        sparesPulls = pulls && !issues;
        sparesIssues = issues && !pulls;
    }

    @Override
    public void stored() {
        spare(false, false);
    }

    @Override
    public Crawl<WorkItemsState> read(RepositoryReader reader, Known<WorkItemsState> known) {
        WorkItemsState slice = known.slice();
        Instant now = reader.clock().instant();
        boolean withoutPulls = sparesPulls && pullsReadAt != null && now.isBefore(pullsReadAt.plus(SPARED));
        boolean withoutIssues = sparesIssues && issuesReadAt != null && now.isBefore(issuesReadAt.plus(SPARED));
        WorkItemLists lists = new WorkItemLists(reader, retries);
        ListCrawl.Result<PullRequest> pulls = withoutPulls ? ListCrawl.Result.unchanged(slice.pulls())
                : lists.read("Pull requests", slice.pulls(), () -> pullRequests.read(reader, slice.pulls()));
        ListCrawl.Result<Issue> issues = withoutIssues ? ListCrawl.Result.unchanged(slice.issues())
                : lists.read("Issues", slice.issues(),
                        () -> ListCrawl.of(reader, "/issues" + BY_UPDATE, ISSUES, slice.issues()));
        pullsReadAt = withoutPulls ? pullsReadAt : now;
        issuesReadAt = withoutIssues ? issuesReadAt : now;
        boolean asBefore = asBefore(pulls) && asBefore(issues);
        boolean withoutEvents = asBefore && wereAsBefore && now.isBefore(eventsReadAt.plus(SPARED));
        ListCrawl.Result<IssueEvent> events = withoutEvents ? ListCrawl.Result.unchanged(slice.events())
                : lists.read(STEPS, slice.events(),
                        () -> ListCrawl.of(reader, "/issues/events?per_page=100", EVENTS, slice.events()));
        lists.refuseIfNoneCouldBeRead();
        eventsReadAt = withoutEvents ? eventsReadAt : now;
        wereAsBefore = asBefore;

        Numbering numbering = lists.failed(STEPS) ? Numbering.FAILS
                : events.withheld() ? Numbering.WITHHELD : Numbering.READ;
        KnownTransitions book = new KnownTransitions(slice.transitions(), events.news(), slice.unseen());
        PullRequestDrafts pullLife = new PullRequestDrafts(reader, slice, book, numbering, lists.problems());
        List<EventDraft> drafts = new ArrayList<>(pullLife.drafts(pulls, events.news()));
        drafts.addAll(new IssueDrafts(reader, slice, book, events.from(), numbering).drafts(issues, events.news()));
        DepartedIssues departed = new DepartedIssues(reader, issues.withheld() ? List.of() : slice.vanished());
        drafts.addAll(departed.drafts());
        List<Unreadable> unreadable = new ArrayList<>(pulls.unreadable());
        unreadable.addAll(issues.unreadable());
        unreadable.addAll(events.unreadable());
        unreadable.addAll(pullLife.unreadable());
        WorkItemsState items = new WorkItemsState(pulls.state(), issues.state(), events.state(), book.toKeep(),
                pullLife.unnumbered(), pullLife.unsettled(), book.waiting(), slice.shown(), departed.left());
        List<String> withheld = new ArrayList<>();
        if (pulls.withheld() || withoutPulls) {
            withheld.add("pulls");
        }
        if (issues.withheld() || events.withheld() || withoutIssues) {
            withheld.add("issues");
        }
        return new Crawl<>(drafts, unreadable, items).with(pulls.gap()).with(issues.gap()).with(events.gap())
                .covering("pulls", later(pulls.from(), events.from()))
                .covering("issues", later(issues.from(), events.from())).problems(lists.problems()).withheld(withheld)
                .again(retries.again(now))
                .due(items.unsettled().isEmpty() && items.unseen().isEmpty() ? Set.of() : Set.of(WorkItemKind.KIND.name()));
    }

    /** Pull requests and issues share numbers, but not sources of the ledger. */
    @Override
    public Crawl<WorkItemsState> again(RepositoryReader reader, Known<WorkItemsState> known, OpenRecord open) {
        List<EventDraft> drafts = open.source().equals("pulls")
                ? new SweptPulls(WorkItemKind.KIND).drafts(reader, known,
                        List.of(reader.read("/pulls/" + open.record(), PullRequest.class)))
                : new SweptIssues(WorkItemKind.KIND).drafts(reader, known,
                        List.of(reader.read("/issues/" + open.record(), Issue.class)));
        return new Crawl<>(drafts, List.of(), known.slice());
    }

    private static boolean asBefore(ListCrawl.Result<?> list) {
        return list.notModified() && !list.withheld();
    }

    /** A first sync may reach less far among the events. */
    private static Instant later(Instant things, Instant steps) {
        return things == null || steps != null && steps.isAfter(things) ? steps : things;
    }

    private static boolean isWanted(IssueEvent event) {
        return KnownTransitions.isTransition(event) || isLabel(event);
    }

    /** Labels of pull requests are no events. */
    static boolean isLabel(IssueEvent event) {
        return event.issue() != null && event.is("labeled") && !event.issue().isPullRequest();
    }
}
