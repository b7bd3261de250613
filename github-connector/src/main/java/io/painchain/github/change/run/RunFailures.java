package io.painchain.github.change.run;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.list.Page;
import io.painchain.connector.provider.ProviderException;
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
     * @param seenEnd the attempt's end where it was known to go on until then, else {@code null}
     * @return {@code null} where the attempt has not ended
     */
    RunDetails of(RepositoryReader reader, RecordDetails record, WorkflowRun run, Instant seenEnd) {
        if (!run.finished()) {
            return null;
        }
        if (!asks(run, seenEnd != null)) {
            return RunDetails.FINE.ending(seenEnd);
        }
        Optional<List<Job>> jobs = record.read("failed_jobs", () -> jobs(reader, run));
        if (jobs.isEmpty()) {
            return (mayHaveFailed(run) ? RunDetails.UNREAD : RunDetails.FINE).ending(seenEnd);
        }
        Instant end = seenEnd != null || !run.endIsDoubtful() ? seenEnd : lastEnd(jobs.get());
        if (!mayHaveFailed(run)) {
            return RunDetails.FINE.ending(end);
        }
        List<Failure> failures = new ArrayList<>();
        for (Job job : jobs.get().stream().filter(Job::failed).toList()) {
            failures.add(new Failure(job, failures.size() < ANNOTATED ? annotations(reader, record, job) : null));
        }
        return new RunDetails(failures, end);
    }

    private static Instant lastEnd(List<Job> jobs) {
        return jobs.stream().map(Job::completedAt).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }

    private static List<Job> jobs(RepositoryReader reader, WorkflowRun run) {
        Set<Job> jobs = new LinkedHashSet<>();
        URI next = reader.url("/actions/runs/" + run.id() + "/attempts/" + run.runAttempt() + "/jobs?per_page=100");
        for (int page = 0; next != null && page < PAGES; page++) {
            Page<Job> read = reader.page(next, null, "jobs", Job.class);
            jobs.addAll(read.items());
            next = read.next();
        }
        return List.copyOf(jobs);
    }

    /** A token without the permission to read checks is not asked about for a while. */
    private List<Annotation> annotations(RepositoryReader reader, RecordDetails record, Job job) {
        if (clock.instant().isBefore(annotationsAgainAt)) {
            return null;
        }
        String check = job.checkRunUrl() == null ? job.id().toString() : job.checkRunUrl().replaceFirst("^.*/", "");
        return record.read("error_excerpt", () -> {
            try {
                return reader.page(reader.url("/check-runs/" + check + "/annotations?per_page=50"), null, null,
                        Annotation.class).items();
            } catch (ProviderException e) {
                annotationsAgainAt = e.withheld() ? clock.instant().plus(WITHHELD_RETRY) : annotationsAgainAt;
                throw e;
            }
        }).orElse(null);
    }
}
