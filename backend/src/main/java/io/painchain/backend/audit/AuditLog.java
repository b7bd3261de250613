package io.painchain.backend.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.security.Caller;

/**
 * Where a feature says what a request changed. Call it last in the transaction that makes the change: both are kept or
 * neither, and the tenant's chain is locked for a moment only. Secrets must be masked in what is passed.
 */
@Singleton
public class AuditLog {

    private final AuditWriter writer;
    private final Event<AuditRecorded> recorded;
    private final AuditRequest request;
    private final AuditMask mask;
    private final ObjectMapper mapper;
    private final Clock clock;

    AuditLog(AuditWriter writer, Event<AuditRecorded> recorded, AuditRequest request, AuditMask mask,
            ObjectMapper mapper, Clock clock) {
        this.writer = writer;
        this.recorded = recorded;
        this.request = request;
        this.mask = mask;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * @param kind of object, in the singular
     * @param before {@code null} for what was created
     * @param after {@code null} for what was removed
     */
    public void record(String kind, Object id, Object before, Object after) {
        write(request.tenantId(), request.actor(), kind, id, before, after);
    }

    /** For a request that carries no identity, such as a sign-in. */
    public void recordAs(Caller caller, String kind, Object id) {
        write(caller.tenantId(), request.actor(caller), kind, id, null, null);
    }

    private void write(String tenantId, AuditEntry.Actor actor, String kind, Object id, Object before, Object after) {
        JsonNode old = mapper.valueToTree(before);
        JsonNode changed = mapper.valueToTree(after);
        var difference = AuditDifference.of(old, changed);
        var entry = new AuditEntry(tenantId, clock.instant().truncatedTo(ChronoUnit.MICROS), actor, request.operation(), kind,
                id == null ? null : id.toString(), text(mask.of(difference.before())),
                text(mask.of(difference.after())));
        long seq = writer.append(entry);
        request.recorded();
        recorded.fire(new AuditRecorded(entry, seq, mask.of(old), mask.of(changed)));
    }

    private static String text(JsonNode state) {
        return state == null || state.isNull() || state.isMissingNode() ? null : state.toString();
    }
}
