package io.painchain.gitlab.change.mergerequest;

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

public final class MergeRequestKind extends GitLabKind<ListState> {

    static final String SOURCE = "merge_requests";
    public static final MergeRequestKind KIND = new MergeRequestKind();

    private MergeRequestKind() {
        super(SOURCE, "merge requests", new SliceType<>(ListState.class, ListState.UNREAD, ListState::forgetTags),
                LedgerSource.of(SOURCE, Set.of("merge_request", "merge_request_approval"), "merge requests"));
    }

    @Override
    public ListState asOf(ListState slice, Instant moment) {
        return ListState.since(moment);
    }

    @Override
    public Set<String> marks() {
        return Set.of(ProbeQuery.MERGE_REQUESTS);
    }

    /** A merge is also a push. */
    @Override
    public Set<String> movesAlso() {
        return Set.of("pushes");
    }

    @Override
    public Source<ListState, ProjectReader> source(SourceSetup setup) {
        return new MergeRequestsSource();
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, ProjectScope scope) throws IOException {
        return HookedRequests.read(payload, scope);
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.of(SOURCE, "/merge_requests", Project::mergeRequestsAccessLevel));
    }
}
