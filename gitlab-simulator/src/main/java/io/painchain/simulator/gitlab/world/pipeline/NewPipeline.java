package io.painchain.simulator.gitlab.world.pipeline;

import java.util.List;

import io.painchain.simulator.gitlab.world.pipeline.Job.NewJob;

/** A pipeline to be made: of a ref, by a source such as {@code push}, of one stage for each job. */
public record NewPipeline(String ref, String sha, String source, String name, boolean tag, List<NewJob> jobs) {

    public static NewPipeline of(String ref, String... jobs) {
        return new NewPipeline(ref, null, "push", null, false, List.of(jobs).stream().map(NewJob::of).toList());
    }

    public NewPipeline jobs(NewJob... others) {
        return new NewPipeline(ref, sha, source, name, tag, List.of(others));
    }

    public NewPipeline source(String word) {
        return new NewPipeline(ref, sha, word, name, tag, jobs);
    }

    public NewPipeline sha(String commit) {
        return new NewPipeline(ref, commit, source, name, tag, jobs);
    }

    public NewPipeline named(String title) {
        return new NewPipeline(ref, sha, source, title, tag, jobs);
    }

    public NewPipeline ofTag() {
        return new NewPipeline(ref, sha, source, name, true, jobs);
    }
}
