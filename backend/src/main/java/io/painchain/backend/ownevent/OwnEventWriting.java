package io.painchain.backend.ownevent;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.painchain.backend.audit.AuditRecorded;
import io.painchain.backend.event.OwnEvents;
import io.painchain.backend.sync.SyncTurned;
import io.painchain.backend.tenant.CurrentTenant;

/** In the transaction of the change: no change without its event, and no event without its change. */
@Singleton
class OwnEventWriting {

    private final boolean isWanted;
    private final OwnEvents events;

    OwnEventWriting(@ConfigProperty(name = OwnConnector.SETTING, defaultValue = "true") boolean isWanted,
            OwnEvents events) {
        this.isWanted = isWanted;
        this.events = events;
    }

    void write(@Observes AuditRecorded recorded) {
        var tenantId = recorded.entry().tenantId();
        if (isWanted && !tenantId.equals(CurrentTenant.INSTALLATION)) {
            OwnEventMapper.toDraft(recorded).ifPresent(draft -> events.write(tenantId, draft));
        }
    }

    void write(@Observes SyncTurned turned) {
        if (isWanted) {
            events.write(turned.integration().tenantId(), OwnEventMapper.toDraft(turned));
        }
    }
}
