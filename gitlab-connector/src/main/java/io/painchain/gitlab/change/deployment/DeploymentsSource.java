package io.painchain.gitlab.change.deployment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRule;
import io.painchain.gitlab.api.record.MergeRequest;
import io.painchain.gitlab.api.record.ci.Deployment;
import io.painchain.gitlab.mapping.DeploymentMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** The list by last change shows each deployment's present status. */
final class DeploymentsSource implements Source<DeploymentsState, ProjectReader> {

    static final String LIST = "/deployments?order_by=updated_at&sort=desc&per_page=100";

    private static final ListRule<Deployment> RULE = new ListRule<>("deployments", Deployment.class, null,
            deployment -> deployment.id() + "", Deployment::updatedAt, deployment -> true).upTo(ProjectReader::updatedUpTo);
    private static final String SHIPPED = "shipped";
    /** A first sync asks for what was shipped by this many. */
    private static final int WHOLE_IN_FIRST_SYNC = 10;
    /** Where the API makes deployments. */
    private static final Duration POLLED = Duration.ofMinutes(5);

    @Override
    public Crawl<DeploymentsState> read(ProjectReader reader, Known<DeploymentsState> known) {
        DeploymentsState slice = known.slice();
        ListCrawl.Result<Deployment> result = ListCrawl.of(reader, LIST, RULE, slice.list());
        if (result.notModified()) {
            return Crawl.unchanged(slice).again(again(slice, reader));
        }
        int left = slice.list().neverRead() ? WHOLE_IN_FIRST_SYNC : Integer.MAX_VALUE;
        List<EventDraft> drafts = new ArrayList<>();
        for (Deployment deployment : result.news()) {
            drafts.addAll(drafts(reader, deployment, left-- > 0));
        }
        DeploymentsState after = slice.after(result.state(), result.all());
        return new Crawl<>(drafts, result.unreadable(), after).with(result.gap())
                .covering(DeploymentKind.SOURCE, result.from()).again(again(after, reader));
    }

    private static Duration again(DeploymentsState slice, ProjectReader reader) {
        return slice.madeByApi(reader.now()) ? POLLED : null;
    }

    static List<EventDraft> drafts(ProjectReader reader, Deployment deployment, boolean whole) {
        List<Long> shipped = whole && deployment.succeeded() ? shipped(reader, deployment) : null;
        return List.of(DeploymentMapper.toDraft(reader.scope(), deployment, shipped),
                DeploymentMapper.status(reader.scope(), deployment, shipped));
    }

    private static List<Long> shipped(ProjectReader reader, Deployment deployment) {
        return reader.details().of(DeploymentKind.SOURCE, deployment.id().toString()).read(SHIPPED,
                () -> reader.page(reader.url("/deployments/" + deployment.id() + "/merge_requests?per_page=100"),
                        MergeRequest.class).items().stream().map(MergeRequest::iid).toList())
                .orElse(null);
    }

    @Override
    public Crawl<DeploymentsState> again(ProjectReader reader, Known<DeploymentsState> known, OpenRecord open) {
        Deployment deployment = reader.read("/deployments/" + open.record(), Deployment.class);
        return new Crawl<>(drafts(reader, deployment, true), List.of(), known.slice());
    }

    @Override
    public boolean isDueAfter(String other, List<EventDraft> found, boolean hinted) {
        return other.equals("pipelines") && !found.isEmpty();
    }

    @Override
    public List<SweptSource<?, ?, ProjectReader>> swept() {
        return List.of(new SweptDeployments());
    }
}
