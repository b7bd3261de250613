package io.painchain.github.change.workitem;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.Vouching;
import io.painchain.github.api.graphql.ProbeMark;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.change.transition.WorkItemsState;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;

/** Pull requests and issues share numbers and the events list. */
public final class WorkItemKind implements GitHubKind<WorkItemsState> {

    public static final WorkItemKind KIND = new WorkItemKind();

    private WorkItemKind() {
    }

    @Override
    public String name() {
        return "items";
    }

    @Override
    public String words() {
        return "pull requests and issues";
    }

    @Override
    public List<LedgerSource> ledger() {
        return List.of(LedgerSource.of("pulls", Set.of("pull_request", "pull_request_review"), "pull requests"),
                LedgerSource.of("issues", Set.of("issue"), "issues", "issue events"));
    }

    @Override
    public Class<WorkItemsState> sliceType() {
        return WorkItemsState.class;
    }

    @Override
    public WorkItemsState unread() {
        return WorkItemsState.UNREAD;
    }

    @Override
    public WorkItemsState forgetTags(WorkItemsState slice) {
        return slice.forgetTags();
    }

    @Override
    public WorkItemsState asOf(WorkItemsState slice, Instant moment) {
        return slice.asOf(moment);
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return Cadence.every(cadences.resources());
    }

    @Override
    public Vouching vouching() {
        return Vouching.CONFIRMS;
    }

    @Override
    public Source<WorkItemsState, RepositoryReader> source(SourceSetup setup) {
        return new WorkItemsSource();
    }

    @Override
    public List<ProbeMark> probeMarks() {
        return List.of(ProbeMark.newest("pulls", "pullRequests", "UPDATED_AT", "updatedAt"),
                ProbeMark.newest("issues", "issues", "UPDATED_AT", "updatedAt"));
    }

    @Override
    public Set<String> movesAlso() {
        return Set.of("runs");
    }

    private static final Set<String> TOLD_BY = Set.of("PullRequestEvent", "PullRequestReviewEvent",
            "PullRequestReviewCommentEvent", "IssuesEvent", "IssueCommentEvent");

    @Override
    public boolean isToldBy(FeedEvent event) {
        return TOLD_BY.contains(event.type());
    }

    @Override
    public List<TestedRead> tested() {
        return List.of(TestedRead.of(1, "pulls", "/pulls?state=all", "pull_requests"),
                TestedRead.of(2, "issues", "/issues?state=all", "issues"));
    }
}
