package io.painchain.gitlab.rig;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

import io.painchain.connector.rig.Unheard;
import io.painchain.gitlab.TaskHandlers;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.painchain.simulator.gitlab.GitLabConfig;

/** What users ask of the connector. */
public record Asked(Rig rig, ExecutorService threads) {

    public static Asked of(Rig rig, ExecutorService threads) {
        return new Asked(rig, threads);
    }

    public Object done(TaskKind kind, Map<String, Object> config, Map<String, Object> input) {
        IntegrationView integration = new IntegrationView(Rig.INTEGRATION, null, "gitlab", "Rig", config, List.of(), true, 1,
                Instant.EPOCH, Instant.EPOCH, null, false, false, null, null, 0, List.of(), Map.of());
        Task task = new Task("task-1", "gitlab", kind, null, Rig.INTEGRATION, input, 1, Instant.EPOCH, integration);
        return new TaskHandlers(rig.context(Runnable::run), rig.poller(), threads).all().get(kind).handle(task, new Unheard());
    }

    /** A configuration that works, but for what is given. */
    public Map<String, Object> config(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(
                Map.of("token", GitLabConfig.TOKEN, "url", rig.gitLab.uri().toString(), "projects", List.of("acme/shop/web")));
        config.putAll(more);
        return config;
    }
}
