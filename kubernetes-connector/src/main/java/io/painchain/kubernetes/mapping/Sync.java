package io.painchain.kubernetes.mapping;

import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.status.SyncFacts.Operation;

/** @param repository its address; {@code null}: unknown. @param earlier the revision before; {@code null}: none known */
public record Sync(String kind, ObjectState object, Operation operation, String repository, String earlier, boolean late) {
}
