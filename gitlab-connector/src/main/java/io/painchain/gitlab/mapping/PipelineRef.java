package io.painchain.gitlab.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.gitlab.api.record.ci.Pipeline;

/**
 * What a pipeline runs for. Of the kinds {@code merge} and {@code train} of merge request pipelines the commit is a throw-away
 * merge.
 *
 * @param iid the merge request's number, or null; {@code kind}: {@code head}, {@code merge}, {@code train}, or null
 * @param name of the branch or tag; null for a merge request's
 */
record PipelineRef(Long iid, String kind, String name, boolean tag) {

    private static final Pattern OF_REQUEST = Pattern.compile("refs/merge-requests/(\\d{1,18})/(head|merge|train)");

    static PipelineRef of(Pipeline pipeline) {
        return of(pipeline.ref(), Boolean.TRUE.equals(pipeline.tag()));
    }

    static PipelineRef of(String ref, boolean tag) {
        Matcher request = OF_REQUEST.matcher(ref == null ? "" : ref);
        if (request.matches()) {
            return new PipelineRef(Long.valueOf(request.group(1)), request.group(2), null, false);
        }
        return new PipelineRef(null, null, ref == null || ref.isBlank() ? null : ref, tag);
    }

    boolean realCommit() {
        return kind == null || kind.equals("head");
    }

    /** {@code null} where nothing is named. */
    String words() {
        return iid == null ? name : "!" + iid;
    }
}
