package io.painchain.github.change.run;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.painchain.connector.list.Page;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.record.run.Annotation;
import io.painchain.github.api.record.run.Job;
import io.painchain.github.api.record.run.RunDetails;
import io.painchain.github.api.record.run.RunDetails.Failure;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.github.repository.RepositoryReader;

/** Reads what failed in the attempts that did: their jobs, and what the first of these say. */
final class RunFailures {

    /** In a run of these a job may have failed that was allowed to; it counts as fine. */
    private static final Set<String> FINE = Set.of("success", "skipped", "neutral", "stale");
    private static final int ANNOTATED = 3;
    private static final int PAGES = 10;
    private static final Duration WITHHELD_RETRY = Duration.ofHours(1);

    private final Clock clock;
    private Instant annotationsAgainAt = Instant.MIN;

    RunFailures(Clock clock) {
        this.clock = clock;
    }

    static boolean mayHaveFailed(WorkflowRun run) {
        return run.finished() && !FINE.contains(String.valueOf(run.conclusion()));
    }

    /** Whether there is something to ask about its jobs. */
    static boolean asks(WorkflowRun run, boolean endSeen) {
        return mayHaveFailed(run) || run.endIsDoubtful() && !endSeen;
    }

    /**
     * @param endSeen whether the attempt was known to go on until now, so that its last change is its end
     * @return {@code null} where the attempt has not ended
     */
    RunDetails of(RepositoryReader reader, WorkflowRun run, boolean endSeen) {
        if (!run.finished()) {
            return null;
        }
        Instant seen = endSeen ? run.updatedAt() : null;
        if (!asks(run, endSeen)) {
            return RunDetails.FINE.ending(seen);
        }
        try {
            List<Job> jobs = jobs(reader, run);
            Instant end = endSeen || !run.endIsDoubtful() ? seen : lastEnd(jobs);
            if (!mayHaveFailed(run)) {
                return RunDetails.FINE.ending(end);
            }
            List<Job> failed = jobs.stream().filter(Job::failed).toList();
            List<Failure> failures = new ArrayList<>();
            for (Job job : failed) {
                failures.add(new Failure(job, failures.size() < ANNOTATED ? annotations(reader, job) : null));
            }
            return new RunDetails(failures, end);
        } catch (ProviderException e) {
            if (!e.withheld()) {
                throw e;
            }
            return (mayHaveFailed(run) ? RunDetails.UNREAD : RunDetails.FINE).ending(seen);
        }
    }

    private static Instant lastEnd(List<Job> jobs) {
        return jobs.stream().map(Job::completedAt).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }

    private static List<Job> jobs(RepositoryReader reader, WorkflowRun run) {
        List<Job> jobs = new ArrayList<>();
        URI next = reader.url("/actions/runs/" + run.id() + "/attempts/" + run.runAttempt() + "/jobs?per_page=100");
        for (int page = 0; next != null && page < PAGES; page++) {
            Page<Job> read = reader.page(next, null, "jobs", Job.class);
            jobs.addAll(read.items());
            next = read.next();
        }
        return jobs;
    }

    /** A token without the permission to read checks is not asked about for a while. */
    private List<Annotation> annotations(RepositoryReader reader, Job job) {
        if (clock.instant().isBefore(annotationsAgainAt)) {
            return null;
        }
        String check = job.checkRunUrl() == null ? job.id().toString() : job.checkRunUrl().replaceFirst("^.*/", "");
        try {
            return reader.page(reader.url("/check-runs/" + check + "/annotations?per_page=50"), null, null, Annotation.class)
                    .items();
        } catch (ProviderException e) {
            if (!e.withheld() && !e.is(Kind.REFUSED)) {
                throw e;
            }
            annotationsAgainAt = clock.instant().plus(WITHHELD_RETRY);
            return null;
        }
    }
}
