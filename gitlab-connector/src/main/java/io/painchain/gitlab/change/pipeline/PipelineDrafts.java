package io.painchain.gitlab.change.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.painchain.connector.detail.RecordDetails;
import io.painchain.gitlab.api.record.ci.Job;
import io.painchain.gitlab.api.record.ci.Pipeline;
import io.painchain.gitlab.api.record.ci.PipelineDetails;
import io.painchain.gitlab.mapping.JobMapper;
import io.painchain.gitlab.mapping.PipelineMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/**
 * Pipelines with their failed jobs. Jobs are read at each end, also of a success: it may have come after a retry, or in spite
 * of jobs that were allowed to fail. One that runs again had an end, which may have been seen by nobody.
 */
final class PipelineDrafts {

    static final String PARENT = "parent";

    private static final String ALONE = "pipeline";
    private static final String JOBS = "failed_jobs";
    private static final String BRIDGES = "downstream";

    private final ProjectReader reader;
    private final List<EventDraft> drafts = new ArrayList<>();

    PipelineDrafts(ProjectReader reader) {
        this.reader = reader;
    }

    /** @param most so many of the newest are read alone, the others drafted from the list */
    List<EventDraft> of(List<Pipeline> listed, int most) {
        int left = most;
        for (Pipeline pipeline : listed) {
            if (left-- > 0) {
                Optional<Pipeline> alone = alone(pipeline.id(), null);
                // Its jobs are read even where it cannot be read itself.
                alone.ifPresentOrElse(read -> whole(newer(read, pipeline), true, null), () -> whole(pipeline, false, null));
            } else {
                fromList(pipeline);
            }
        }
        return drafts;
    }

    List<EventDraft> ofRead(Pipeline pipeline, Long parent) {
        if (parent == null || pipeline.failed()) {
            whole(pipeline, true, parent);
        }
        return drafts;
    }

    private static Pipeline newer(Pipeline alone, Pipeline listed) {
        return alone.updatedAt().isBefore(listed.updatedAt()) ? listed : alone;
    }

    private void fromList(Pipeline pipeline) {
        drafts.add(PipelineMapper.toDraft(reader.scope(), pipeline, false, null, null));
    }

    private void whole(Pipeline pipeline, boolean alone, Long parent) {
        PipelineDetails details = pipeline.ended() ? details(pipeline, parent) : null;
        drafts.add(PipelineMapper.toDraft(reader.scope(), pipeline, alone, details, parent));
        if (details != null) {
            failed(pipeline, details);
            children(pipeline, details);
        } else if (pipeline.runsAgain()) {
            failed(pipeline, new PipelineDetails(jobs(pipeline, record(pipeline.id(), parent)), null));
        }
    }

    private void failed(Pipeline pipeline, PipelineDetails details) {
        details.failed().forEach(job -> drafts.add(JobMapper.toDraft(reader.scope(), pipeline, job)));
    }

    /** {@code null} where they could not be read. */
    private List<Job> jobs(Pipeline pipeline, RecordDetails record) {
        return record.read(JOBS,
                () -> reader.all("/pipelines/" + pipeline.id() + "/jobs?include_retried=true&per_page=100", Job.class))
                .orElse(null);
    }

    private PipelineDetails details(Pipeline pipeline, Long parent) {
        RecordDetails record = record(pipeline.id(), parent);
        List<Job> jobs = jobs(pipeline, record);
        if (!pipeline.failed()) {
            return new PipelineDetails(jobs, null);
        }
        List<Pipeline> downstream = record
                .read(BRIDGES, () -> reader.all("/pipelines/" + pipeline.id() + "/bridges?per_page=100", Job.class))
                .map(bridges -> bridges.stream().map(Job::downstreamPipeline).filter(Objects::nonNull).toList()).orElse(null);
        return new PipelineDetails(jobs, downstream);
    }

    /** Lists leave children out; one that failed is an event of its own. Other projects' are theirs. */
    private void children(Pipeline parent, PipelineDetails details) {
        if (details.downstream() == null) {
            return;
        }
        Map<Long, Pipeline> failed = new LinkedHashMap<>();
        details.downstream().stream().filter(Pipeline::failed).filter(this::isOurs).forEach(one -> failed.put(one.id(), one));
        failed.keySet().forEach(id -> alone(id, parent.id()).ifPresent(child -> whole(child, true, parent.id())));
    }

    private boolean isOurs(Pipeline pipeline) {
        return pipeline.projectId() == null || pipeline.projectId() == reader.scope().projectId();
    }

    private Optional<Pipeline> alone(Long id, Long parent) {
        return record(id, parent).read(ALONE, () -> reader.read("/pipelines/" + id, Pipeline.class));
    }

    private RecordDetails record(Long id, Long parent) {
        RecordDetails record = reader.details().of(PipelineKind.SOURCE, id.toString());
        return parent == null ? record : record.with(Map.of(PARENT, parent.toString()));
    }
}
