package io.painchain.kubernetes.taskhandler;

import java.util.List;
import java.util.Locale;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.kubernetes.api.KubernetesApi;
import io.painchain.kubernetes.cluster.ClusterConnection;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.model.task.DiscoverInput;
import io.painchain.model.task.DiscoveredRepository;
import io.painchain.model.task.Discovery;
import io.painchain.model.task.Task;

/** Lists namespaces to choose from. */
public final class DiscoverHandler implements TaskHandler {

    private static final int USUAL_PAGE = 30;
    private static final int LARGEST_PAGE = 100;

    private final TaskClusters clusters;

    DiscoverHandler(TaskClusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public Discovery handle(Task task, Progress progress) {
        DiscoverInput input = ContractJson.record(task.input(), DiscoverInput.class);
        ClusterConfig config;
        try {
            config = clusters.config(task, input.config());
        } catch (IllegalArgumentException e) {
            throw new TaskFailedException(400, e.getMessage());
        }
        String words = input.q() == null ? "" : input.q().strip().toLowerCase(Locale.ROOT);
        try (KubernetesApi api = clusters.open(config, Runnable::run)) {
            List<String> found = new ClusterConnection(api).namespaces().stream().filter(name -> name.contains(words)).sorted()
                    .toList();
            int size = input.perPage() < 1 ? USUAL_PAGE : Math.min(LARGEST_PAGE, input.perPage());
            int page = Math.max(1, input.page());
            int from = Math.min(found.size(), (page - 1) * size);
            int to = Math.min(found.size(), page * size);
            return new Discovery(found.subList(from, to).stream().map(name -> discovered(config, name)).toList(),
                    found.size() > to ? page + 1 : null, List.of());
        }
    }

    private static DiscoveredRepository discovered(ClusterConfig config, String name) {
        return new DiscoveredRepository(name, null, true, false, null, null, config.namespaces().names(name));
    }
}
