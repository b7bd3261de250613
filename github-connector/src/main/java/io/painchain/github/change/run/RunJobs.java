package io.painchain.github.change.run;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.painchain.connector.list.PageTurns;
import io.painchain.github.api.record.run.Job;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.github.repository.RepositoryReader;

/** @param cut whether the attempt has more jobs than are read */
record RunJobs(List<Job> jobs, boolean cut) {

    private static final int PAGES = 10;

    static RunJobs read(RepositoryReader reader, WorkflowRun run) {
        Set<Job> jobs = new LinkedHashSet<>();
        PageTurns<Job> pages = new PageTurns<>(
                reader.url("/actions/runs/" + run.id() + "/attempts/" + run.runAttempt() + "/jobs?per_page=100"), PAGES,
                url -> reader.page(url, null, "jobs", Job.class));
        while (pages.more()) {
            jobs.addAll(pages.turn().items());
        }
        return new RunJobs(List.copyOf(jobs), pages.cut());
    }

    /** {@code null} where none has ended. */
    Instant end() {
        return jobs.stream().map(Job::completedAt).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }
}
