package io.painchain.backend.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.painchain.model.task.TaskKind;

/**
 * Tasks that come into being when they are leased, as what they consist of is queued elsewhere. They are never queued again.
 */
public interface FormedTasks {

    TaskKind kind();

    /** Within the transaction of the lease. At most as many as are asked for. */
    List<Formed> form(LeaseRequest request, Instant now);

    Map<String, Object> input(TaskKey key);

    /** @param about the part users may see */
    record Formed(TaskKey key, UUID integrationId, Map<String, Object> about) {
    }
}
