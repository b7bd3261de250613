package io.painchain.simulator.render.run;

import java.time.Instant;

import io.painchain.simulator.world.run.Job;
import io.painchain.simulator.world.run.Step;
import io.painchain.simulator.world.run.WorkflowRun;

/** The log of a job: each line with its time, the steps in groups, errors marked. */
public final class JobLog {

    private final StringBuilder text = new StringBuilder();

    private JobLog() {
    }

    public static String of(WorkflowRun run, Job job) {
        JobLog log = new JobLog();
        log.line(job.createdAt(), "Job is waiting for a hosted runner to come online.");
        for (Step step : job.steps()) {
            log.line(step.startedAt(), "##[group]Run " + step.name());
            log.line(step.startedAt(), run.workflow().name() + " on " + run.headCommit().sha());
            log.line(step.startedAt(), "##[endgroup]");
            if ("failure".equals(step.conclusion())) {
                log.line(step.completedAt(), "org.opentest4j.AssertionFailedError: expected: <200> but was: <500>");
                log.line(step.completedAt(), "##[error]Process completed with exit code 1.");
            }
        }
        return log.text.toString();
    }

    private void line(Instant moment, String words) {
        text.append(moment.toString().replace("Z", ".0000000Z")).append(' ').append(words).append('\n');
    }
}
