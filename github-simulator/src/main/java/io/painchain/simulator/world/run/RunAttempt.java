package io.painchain.simulator.world.run;

import java.time.Instant;
import java.util.List;

import io.painchain.simulator.world.account.Account;

/** One attempt of a run; a re-run adds another. */
public record RunAttempt(int number, String status, String conclusion, Account triggeringActor, Instant startedAt,
        Instant updatedAt, List<Job> jobs) {

    public boolean completed() {
        return status.equals("completed");
    }

    RunAttempt inProgress(Instant moment) {
        return new RunAttempt(number, "in_progress", null, triggeringActor, startedAt, moment,
                jobs.stream().map(job -> job.started(moment)).toList());
    }

    RunAttempt waiting(String newStatus, Instant moment) {
        return new RunAttempt(number, newStatus, null, triggeringActor, startedAt, moment, jobs);
    }

    RunAttempt touched(Instant moment) {
        return new RunAttempt(number, status, conclusion, triggeringActor, startedAt, moment, jobs);
    }

    /** Where the attempt failed, its last job did. */
    RunAttempt completed(String result, Instant moment) {
        boolean oneFails = result.equals("failure");
        List<Job> done = jobs.stream().map(job -> {
            boolean last = job == jobs.get(jobs.size() - 1);
            return job.completed(oneFails && !last ? "success" : result, moment);
        }).toList();
        return new RunAttempt(number, "completed", result, triggeringActor, startedAt, moment, done);
    }
}
