package io.painchain.gitlab.change.pipeline;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.gitlab.api.record.ci.Pipeline;

/** What an event of a pipeline needs once it is deleted, and nothing shows its record any more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Unfinished(Long iid, String sha, String ref, String source, Instant createdAt, Instant startedAt, String webUrl,
        String name, Boolean tag) {

    static Unfinished of(Pipeline pipeline) {
        return new Unfinished(pipeline.iid(), pipeline.sha(), pipeline.ref(), pipeline.source(), pipeline.createdAt(),
                pipeline.startedAt(), pipeline.webUrl(), pipeline.name(), pipeline.tag());
    }

    Pipeline deleted(long id, Instant updatedAt) {
        return new Pipeline(id, iid, null, sha, ref, "deleted", source, createdAt, updatedAt, startedAt, null, webUrl, name,
                tag,
                null, null, null);
    }
}
