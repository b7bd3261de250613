package io.painchain.backend.connect.credential;

import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.AwaitedTasks;
import io.painchain.backend.task.NewTask;
import io.painchain.backend.task.TaskConfig;
import io.painchain.model.connect.ConnectInput;
import io.painchain.model.connect.ConnectOutput;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;

/** Has a connector say the next step, take an answer, refresh or revoke. */
@Singleton
public class ConnectTasks {

    private static final String ADDRESS = "(?i)https?://(?:[a-z0-9.-]+|\\[[0-9a-f:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^\\s\"<>\\\\]*)?";

    private final AwaitedTasks awaited;
    private final TaskConfig config;

    ConnectTasks(AwaitedTasks awaited, TaskConfig config) {
        this.awaited = awaited;
        this.config = config;
    }

    /**
     * Call on a thread that may wait.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem with the connector's sentence; below 500 where what was sent is wrong
     */
    public ConnectOutput ask(String type, String tenantId, UUID integrationId, ConnectInput input) {
        var task = NewTask.awaited(type, TaskKind.connect, tenantId, integrationId, input, config.answer());
        var outcome = awaited.ask(task).await().atMost(config.answer().multipliedBy(2));
        if (outcome.state() != TaskState.done) {
            throw AwaitedTasks.refusal(outcome);
        }
        return checked(awaited.read(outcome, ConnectOutput.class));
    }

    /** A browser is sent there. */
    private static ConnectOutput checked(ConnectOutput output) {
        if (output.step() != null && !output.step().url().matches(ADDRESS)) {
            throw ProblemType.PROVIDER_FAILED.problem("The connector named no address of the provider to go to.");
        }
        return output;
    }
}
