package io.painchain.backend.connector;

import java.time.Instant;
import java.util.List;

import org.jetbrains.annotations.Nullable;

/**
 * An item of {@code GET /api/connectors}: a registered type and who works for it.
 *
 * @param live whether one of its workers was heard of within the last 90 seconds
 * @param lastContact when any of them was heard of last, or {@code null}
 */
public record ConnectorView(String id, String displayName, boolean live, @Nullable Instant lastContact, List<Worker> workers) {

    public record Worker(String worker, boolean live, Instant firstContact, Instant lastContact) {
    }
}
