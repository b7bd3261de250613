package io.painchain.gitlab.api.record.ci;

import java.util.List;

/** Jobs with those that were retried; null where they were not read. {@code downstream}: pipelines that its bridges started. */
public record PipelineDetails(List<Job> jobs, List<Pipeline> downstream) {

    public static final PipelineDetails UNREAD = new PipelineDetails(null, null);

    public List<Job> failed() {
        return jobs == null ? List.of() : jobs.stream().filter(Job::failed).toList();
    }
}
