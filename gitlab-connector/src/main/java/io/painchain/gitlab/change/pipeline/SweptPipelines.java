package io.painchain.gitlab.change.pipeline;

import java.util.List;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.gitlab.api.record.ci.Pipeline;
import io.painchain.gitlab.mapping.PipelineMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

final class SweptPipelines extends SweptRecords<Pipeline, PipelinesState, ProjectReader> {

    SweptPipelines() {
        super(PipelineKind.KIND, PipelineKind.SOURCE, PipelinesSource.LIST,
                new Shape<>(Pipeline.class, null, Pipeline::updatedAt));
    }

    @Override
    public List<SweptItem<Pipeline>> items(ProjectReader reader, Known<PipelinesState> known, List<Pipeline> pipelines) {
        return pipelines.stream().map(pipeline -> new SweptItem<>(pipeline, pipeline.updatedAt(),
                pipeline.id() + ":" + pipeline.status() + ":" + pipeline.updatedAt(),
                () -> List.of(Drafts.probing(PipelineMapper.toDraft(reader.scope(), pipeline, false, null, null)))))
                .toList();
    }

    @Override
    public List<EventDraft> drafts(ProjectReader reader, Known<PipelinesState> known, List<Pipeline> missing) {
        return new PipelineDrafts(reader).of(missing, Integer.MAX_VALUE);
    }
}
