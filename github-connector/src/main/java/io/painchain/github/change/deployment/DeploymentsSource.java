package io.painchain.github.change.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.list.ListState;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.Unreadable;
import io.painchain.github.api.record.Deployment;
import io.painchain.github.api.record.DeploymentStatus;
import io.painchain.github.mapping.DeploymentMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** The list is ordered by creation, so a new status moves nothing: the first page is compared with what is stored. */
public final class DeploymentsSource implements Source<DeploymentsState, RepositoryReader> {

    private static final ListRule<Deployment> RULE = new ListRule<>("deployments", Deployment.class, null,
            deployment -> deployment.id().toString(), Deployment::createdAt, deployment -> true);
    /** Times have whole seconds, so two statuses within one look the same; younger ones are read once more. */
    static final Duration SETTLED = Duration.ofSeconds(2);
    private static final String STATUSES = "statuses";
    private static final int STATUSES_IN_FIRST_SYNC = 10;

    @Override
    public Crawl<DeploymentsState> read(RepositoryReader reader, Known<DeploymentsState> known) {
        DeploymentsState slice = known.slice();
        ListState list = new ListState(slice.list().url(), slice.list().etag(), slice.list().watermark(),
                slice.list().readAt(), Map.of());
        ListCrawl.Result<Deployment> result = ListCrawl.of(reader, "/deployments?per_page=100", RULE, list);
        if (result.notModified()) {
            return Crawl.unchanged(slice);
        }
        boolean first = list.neverRead();
        List<EventDraft> found = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>(result.unreadable());
        List<Deployment> shown = first ? result.news() : result.all();
        int read = 0;
        for (Deployment deployment : shown) {
            if (!changed(deployment, slice)) {
                continue;
            }
            found.addAll(!first || read++ < STATUSES_IN_FIRST_SYNC ? whole(reader, deployment, unreadable)
                    : List.of(DeploymentMapper.toDraft(reader.scope(), deployment)));
        }
        LiveVersions live = new LiveVersions(reader, shown, slice.live(), !first);
        List<EventDraft> drafts = live.completed(found);
        return new Crawl<>(drafts, unreadable, stateAfter(result, live)).with(result.gap())
                .covering("deployments", result.from());
    }

    @Override
    public List<SweptSource<?, ?, RepositoryReader>> swept() {
        return List.of(new SweptDeployments());
    }

    /** Workflow runs create most deployments. */
    @Override
    public boolean isDueAfter(String other, List<EventDraft> found, boolean hinted) {
        return other.equals("runs") && !found.isEmpty();
    }

    private static boolean changed(Deployment deployment, DeploymentsState known) {
        return known.updated().getOrDefault(deployment.id(), 0L) != deployment.updatedAt().getEpochSecond();
    }

    /** Includes the statuses; where they cannot be read, {@code unreadable} receives it. */
    private static List<EventDraft> whole(RepositoryReader reader, Deployment deployment, List<Unreadable> unreadable) {
        EventDraft draft = DeploymentMapper.toDraft(reader.scope(), deployment);
        RecordDetails record = reader.details().of("deployments", deployment.id().toString());
        Optional<List<EventDraft>> statuses = record.read(STATUSES, () -> statuses(reader, deployment, unreadable));
        List<EventDraft> drafts = new ArrayList<>();
        drafts.add(statuses.isPresent() ? draft : Drafts.with(draft, "missing", List.of(STATUSES)));
        drafts.addAll(statuses.orElse(List.of()));
        return drafts;
    }

    @Override
    public Crawl<DeploymentsState> again(RepositoryReader reader, Known<DeploymentsState> known, OpenRecord open) {
        Deployment deployment = reader.read("/deployments/" + open.record(), Deployment.class);
        List<Unreadable> unreadable = new ArrayList<>();
        List<EventDraft> drafts = new ArrayList<>(whole(reader, deployment, unreadable));
        if (!drafts.get(0).data().containsKey("missing")) {
            drafts.set(0, Drafts.with(drafts.get(0), "missing", null));
        }
        return new Crawl<>(ShippedCommits.again(reader, drafts, open), unreadable, known.slice());
    }

    static List<EventDraft> statuses(RepositoryReader reader, Deployment deployment, List<Unreadable> unreadable) {
        List<EventDraft> drafts = new ArrayList<>();
        for (Page<DeploymentStatus> page : reader.pages("/deployments/" + deployment.id() + "/statuses?per_page=100",
                DeploymentStatus.class)) {
            page.items().forEach(status -> drafts.add(DeploymentMapper.toDraft(reader.scope(), deployment, status)));
            unreadable.addAll(page.unreadable());
        }
        return drafts;
    }

    private static DeploymentsState stateAfter(ListCrawl.Result<Deployment> result, LiveVersions live) {
        Instant settled = result.answeredAt().minus(SETTLED);
        Map<Long, Long> updated = new HashMap<>();
        boolean open = false;
        for (Deployment deployment : result.all().subList(0, Math.min(result.all().size(), result.firstPage().size()))) {
            boolean done = deployment.updatedAt().isBefore(settled);
            open |= !done;
            updated.put(deployment.id(), done ? deployment.updatedAt().getEpochSecond() : 0L);
        }
        ListState list = result.state();
        return new DeploymentsState(new ListState(list.url(), open ? null : list.etag(), list.watermark(), list.readAt(),
                Map.of()), updated, live.toKeep());
    }
}
