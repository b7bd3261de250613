package io.painchain.github.change.workitem;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.webhook.HookReading;
import io.painchain.github.api.graphql.ProbeMark;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.change.transition.WorkItemsState;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;
import io.painchain.github.webhook.HookPayload;

/** Pull requests and issues share numbers and the events list. */
public final class WorkItemKind extends GitHubKind<WorkItemsState> {

    public static final WorkItemKind KIND = new WorkItemKind();

    private WorkItemKind() {
        super("items", "pull requests and issues",
                new SliceType<>(WorkItemsState.class, WorkItemsState.UNREAD, WorkItemsState::forgetTags),
                LedgerSource.of("pulls", Set.of("pull_request", "pull_request_review"), "pull requests"),
                LedgerSource.of("issues", Set.of("issue"), "issues", "issue events"));
    }

    @Override
    public WorkItemsState asOf(WorkItemsState slice, Instant moment) {
        return slice.asOf(moment);
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
    public Instant shownUntil(WorkItemsState slice, String mark) {
        return ("pulls".equals(mark) ? slice.pulls() : slice.issues()).watermark();
    }

    @Override
    public Set<String> movesAlso() {
        return Set.of("runs");
    }

    private static final Set<String> ANNOUNCED_BY = Set.of("PullRequestEvent", "PullRequestReviewEvent",
            "PullRequestReviewCommentEvent", "IssuesEvent", "IssueCommentEvent");

    @Override
    public boolean isAnnouncedBy(FeedEvent event) {
        return ANNOUNCED_BY.contains(event.type());
    }

    @Override
    public Set<String> hookEvents() {
        return Set.of("pull_request", "pull_request_review", "issues");
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, RepositoryScope scope, WorkItemsState slice) throws IOException {
        return new HookedItems(payload, scope, slice).read();
    }

    @Override
    public List<TestedRead> tested() {
        return List.of(TestedRead.of(1, "pulls", "/pulls?state=all", "pull_requests"),
                TestedRead.of(2, "issues", "/issues?state=all", "issues"));
    }
}
