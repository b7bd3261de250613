package io.painchain.github.change.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.provider.ProviderException;
import io.painchain.github.api.record.run.Annotation;
import io.painchain.github.api.record.run.Job;
import io.painchain.github.api.record.run.RunDetails;
import io.painchain.github.api.record.run.RunDetails.Failure;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.github.repository.RepositoryReader;

/** Reads the failed jobs of failed attempts, and annotations of the first of them. */
final class RunFailures {

    /** A run that ended like this may have failed jobs that were allowed to fail; it counts as fine. */
    private static final Set<String> FINE = Set.of("success", "skipped", "neutral", "stale");
    private static final int ANNOTATED = 3;
    private static final Duration WITHHELD_RETRY = Duration.ofHours(1);

    private final Clock clock;
    private Instant annotationsAgainAt = Instant.MIN;

    RunFailures(Clock clock) {
        this.clock = clock;
    }

    static boolean mayHaveFailed(WorkflowRun run) {
        return run.finished() && !FINE.contains(String.valueOf(run.conclusion()));
    }

    static boolean asks(WorkflowRun run, boolean endSeen) {
        return mayHaveFailed(run) || run.endIsDoubtful() && !endSeen;
    }

    /** Returns null while the attempt goes on; {@code seenEnd} is null unless it was seen going on until then. */
    RunDetails of(RepositoryReader reader, RecordDetails record, WorkflowRun run, Instant seenEnd) {
        if (!run.finished()) {
            return null;
        }
        if (!asks(run, seenEnd != null)) {
            return RunDetails.FINE.ending(seenEnd);
        }
        Optional<RunJobs> jobs = record.read("failed_jobs", () -> RunJobs.read(reader, run));
        if (jobs.isEmpty()) {
            return (mayHaveFailed(run) ? RunDetails.UNREAD : RunDetails.FINE).ending(seenEnd);
        }
        Instant end = seenEnd != null || !run.endIsDoubtful() ? seenEnd : jobs.get().end();
        if (!mayHaveFailed(run)) {
            return RunDetails.FINE.ending(end);
        }
        List<Failure> failures = new ArrayList<>();
        for (Job job : jobs.get().jobs().stream().filter(Job::failed).toList()) {
            failures.add(new Failure(job, failures.size() < ANNOTATED ? annotations(reader, record, job) : null));
        }
        return new RunDetails(failures, jobs.get().cut(), end);
    }

    /** Pauses requests after a token without the permission for checks was refused. */
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
