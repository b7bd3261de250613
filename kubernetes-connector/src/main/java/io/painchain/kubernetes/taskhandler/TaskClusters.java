package io.painchain.kubernetes.taskhandler;

import java.util.Map;
import java.util.concurrent.Executor;

import io.painchain.kubernetes.api.ApiSettings;
import io.painchain.kubernetes.api.KubernetesApi;
import io.painchain.kubernetes.cluster.ConnectorContext;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.model.task.Task;

/** Opens the cluster that a task is about. */
record TaskClusters(ConnectorContext context) {

    /** @param given instead of the stored one; throws IllegalArgumentException with a sentence for the user */
    ClusterConfig config(Task task, Map<String, Object> given) {
        Map<String, Object> config = given != null ? given
                : task.integration() == null ? Map.of() : task.integration().config();
        return ClusterConfig.parse(config, context.settings().mayUseOwnCluster(task.tenantId()));
    }

    KubernetesApi open(ClusterConfig config, Executor lane) {
        ApiSettings settings = new ApiSettings(context.settings().requestTimeout(), context.clock(), lane);
        return config.login().map(login -> context.clients().open(login, settings))
                .orElseGet(() -> context.clients().openOwn(settings));
    }
}
