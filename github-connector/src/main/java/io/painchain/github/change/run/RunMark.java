package io.painchain.github.change.run;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import io.painchain.github.api.record.run.WorkflowRun;

/** What is stored of a run; {@code updated} in epoch seconds. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({ "attempt", "updated", "finished" })
public record RunMark(int attempt, long updated, boolean finished) {

    static RunMark of(WorkflowRun run) {
        return new RunMark(run.runAttempt(), run.updatedAt().getEpochSecond(), run.finished());
    }

    /** The first attempt whose final state may not be stored yet. */
    int firstUnsettledAttempt() {
        return finished ? attempt + 1 : attempt;
    }
}
