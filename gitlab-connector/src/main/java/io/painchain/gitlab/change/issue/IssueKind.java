package io.painchain.gitlab.change.issue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.ListState;
import io.painchain.connector.webhook.HookReading;
import io.painchain.gitlab.api.graphql.ProbeQuery;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.project.GitLabKind;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.gitlab.project.SourceSetup;
import io.painchain.gitlab.webhook.HookPayload;

public final class IssueKind extends GitLabKind<IssuesState> {

    static final String SOURCE = "issues";
    public static final IssueKind KIND = new IssueKind();

    private IssueKind() {
        super(SOURCE, "issues",
                new SliceType<>(IssuesState.class, IssuesState.UNREAD, slice -> slice.with(slice.list().forgetTags())),
                LedgerSource.of(SOURCE, Set.of("issue"), "issues"));
    }

    @Override
    public IssuesState asOf(IssuesState slice, Instant moment) {
        return IssuesState.UNREAD.with(ListState.since(moment));
    }

    @Override
    public Set<String> marks() {
        return Set.of(ProbeQuery.ISSUES);
    }

    @Override
    public Source<IssuesState, ProjectReader> source(SourceSetup setup) {
        return new IssuesSource();
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, ProjectScope scope) throws IOException {
        return HookedIssues.read(payload, scope);
    }

    @Override
    public List<Feature> features() {
        return List.of(new Feature(SOURCE, "/issues", Project::issuesAccessLevel, Feature.GUEST));
    }
}
