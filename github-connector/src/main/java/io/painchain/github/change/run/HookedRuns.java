package io.painchain.github.change.run;

import java.time.Instant;

import io.painchain.connector.webhook.HookReading;
import io.painchain.github.api.record.run.RunDetails;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.mapping.WorkflowRunMapper;

/** A run as a webhook shows it; what failed in it is read by the poll. */
final class HookedRuns {

    private HookedRuns() {
    }

    static HookReading read(WorkflowRun run, RepositoryScope scope, RunsState known) {
        Instant seenEnd = RunsSource.endSeen(run, known) ? run.updatedAt() : null;
        if (run.finished() && RunFailures.asks(run, seenEnd != null)) {
            return HookReading.drafted(WorkflowRunMapper.toDraft(scope, run, null)).toBeCompleted();
        }
        return HookReading.drafted(
                WorkflowRunMapper.toDraft(scope, run, run.finished() ? RunDetails.FINE.ending(seenEnd) : null));
    }
}
