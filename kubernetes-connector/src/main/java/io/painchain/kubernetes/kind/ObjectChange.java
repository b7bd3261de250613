package io.painchain.kubernetes.kind;

import java.time.Instant;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.projection.ObjectState;

/**
 * @param before {@code null}: not known
 * @param after of a deleted object its last state
 * @param now the server's time
 */
public record ObjectChange(ResourceType type, ObjectState before, ObjectState after, boolean deleted, Origin origin,
        Instant now) {

    public boolean created() {
        return before == null || !before.uid().equals(after.uid());
    }

    public boolean differs() {
        return deleted || created() || before.hash() != after.hash();
    }
}
