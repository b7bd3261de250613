package io.painchain.kubernetes.taskhandler;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.draft.Drafts;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.kubernetes.api.KubernetesApi;
import io.painchain.kubernetes.cluster.ClusterHistories;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.Outcome;
import io.painchain.model.task.BackfillInput;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskProgress;

/** Reads what histories the cluster keeps; they are short, so that it is one step. */
public final class BackfillHandler implements TaskHandler {

    private final TaskClusters clusters;
    private final EventPublisher past;

    /** @param past counts separately what it posts */
    BackfillHandler(TaskClusters clusters, EventPublisher past) {
        this.clusters = clusters;
        this.past = past;
    }

    @Override
    public Object handle(Task task, Progress progress) {
        BackfillInput input = ContractJson.record(task.input(), BackfillInput.class);
        if (input.from() == null) {
            throw new TaskFailedException(400, "from is required");
        }
        ClusterConfig config;
        try {
            config = clusters.config(task, null);
        } catch (IllegalArgumentException e) {
            throw new TaskFailedException(409, e.getMessage());
        }
        progress.tell(0, 1, "Reading the histories that the cluster keeps", null);
        List<EventDraft> drafts = new ClusterHistories(clusters.context()).read(task.integrationId(), config,
                lane -> open(config, lane), progress::goOn);
        Instant to = input.to() == null ? clusters.context().clock().instant() : input.to();
        Set<String> types = input.kinds() == null ? Set.of() : Set.copyOf(input.kinds());
        List<EventDraft> wanted = drafts.stream().filter(draft -> types.isEmpty() || types.contains(draft.type()))
                .filter(draft -> !draft.timestamp().isBefore(input.from()) && draft.timestamp().isBefore(to))
                // A watch told more of each than histories keep: how it ended, and when.
                .map(Drafts::probing).toList();
        java.util.Map<String, Long> before = counts(task);
        past.publish(task.integrationId(), wanted, List.of(), List.of());
        java.util.Map<String, Long> counts = counts(task);
        before.forEach((outcome, count) -> counts.merge(outcome, -count, Long::sum));
        progress.tellNow(1, 1, "Read the histories that the cluster keeps",
                new TaskProgress.Detail(counts, List.of(new TaskProgress.Repository(config.clusterName(), "done", 100, null)),
                        null));
        return null;
    }

    private KubernetesApi open(ClusterConfig config, java.util.concurrent.Executor lane) {
        return clusters.open(config, lane);
    }

    private java.util.Map<String, Long> counts(Task task) {
        java.util.Map<String, Long> counts = new java.util.TreeMap<>();
        for (java.util.Map.Entry<Outcome, Long> one : past.tally(task.integrationId()).entrySet()) {
            counts.put(one.getKey().name(), one.getValue());
        }
        return counts;
    }
}
