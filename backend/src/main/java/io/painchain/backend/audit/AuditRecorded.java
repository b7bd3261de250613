package io.painchain.backend.audit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry was added; observed in the same transaction.
 *
 * @param before the whole state, secrets masked; JSON null for what was created
 * @param after the whole state; JSON null for what was removed
 */
public record AuditRecorded(AuditEntry entry, long seq, JsonNode before, JsonNode after) {
}
