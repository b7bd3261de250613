package io.painchain.gitlab.change.pipeline;

import java.util.ArrayList;
import java.util.List;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRule;
import io.painchain.gitlab.api.record.ci.Pipeline;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** The list is by last change, so a retry shows, too; it leaves out children. */
final class PipelinesSource implements Source<PipelinesState, ProjectReader> {

    static final String LIST = "/pipelines?order_by=updated_at&sort=desc&per_page=100";

    private static final ListRule<Pipeline> RULE = new ListRule<>("pipelines", Pipeline.class, null,
            pipeline -> pipeline.id().toString(), Pipeline::updatedAt, pipeline -> true).upTo(ProjectReader::updatedUpTo);
    /** A first sync reads this many alone. */
    private static final int WHOLE_IN_FIRST_SYNC = 10;

    private final SilentPipelines silent = new SilentPipelines();

    @Override
    public Crawl<PipelinesState> read(ProjectReader reader, Known<PipelinesState> known) {
        PipelinesState slice = known.slice();
        ListCrawl.Result<Pipeline> result = ListCrawl.of(reader, LIST, RULE, slice.list());
        SilentPipelines.Found found = silent.look(reader, slice, result.all());
        if (result.notModified() && found.isNothing()) {
            return Crawl.unchanged(slice);
        }
        int whole = slice.list().neverRead() ? WHOLE_IN_FIRST_SYNC : Integer.MAX_VALUE;
        PipelineDrafts drafts = new PipelineDrafts(reader);
        found.read().forEach(pipeline -> drafts.ofRead(pipeline, null));
        List<EventDraft> all = new ArrayList<>(drafts.of(result.news(), whole));
        all.addAll(found.deleted());
        PipelinesState after = slice.after(result.state(), result.all()).after(result.state(), found.goOn())
                .after(result.state(), found.read()).without(found.over());
        return new Crawl<>(all, result.unreadable(), after).with(result.gap()).covering(PipelineKind.SOURCE, result.from());
    }

    @Override
    public Crawl<PipelinesState> again(ProjectReader reader, Known<PipelinesState> known, OpenRecord open) {
        Long parent = open.facts().containsKey(PipelineDrafts.PARENT) ? Long.valueOf(open.facts().get(PipelineDrafts.PARENT))
                : null;
        Pipeline pipeline = reader.read("/pipelines/" + open.record(), Pipeline.class);
        return new Crawl<>(new PipelineDrafts(reader).ofRead(pipeline, parent), List.of(), known.slice());
    }

    @Override
    public List<SweptSource<?, ?, ProjectReader>> swept() {
        return List.of(new SweptPipelines());
    }
}
