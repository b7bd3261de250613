package io.painchain.github.api.record.hook;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** {@code guid} names the event, and stays the same when it is delivered again. */
public record HookDelivery(Long id, String guid, Instant deliveredAt, Integer statusCode, String event,
        Long installationId, Long repositoryId) {

    public HookDelivery {
        requireNonNull(id, "id");
        requireNonNull(guid, "guid");
        requireNonNull(deliveredAt, "delivered_at");
    }
}
