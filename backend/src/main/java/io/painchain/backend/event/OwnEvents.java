package io.painchain.backend.event;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.event.store.EventUpsert;
import io.painchain.backend.id.Ids;
import io.painchain.model.event.EventDraft;

/** Events of the backend itself. */
@Singleton
public class OwnEvents {

    private final EventUpsert upsert;
    private final Ids ids;
    private final Clock clock;

    OwnEvents(EventUpsert upsert, Ids ids, Clock clock) {
        this.upsert = upsert;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    public void write(String tenantId, EventDraft draft) {
        var now = clock.instant();
        upsert.write(List.of(EventMapper.toIncoming(draft, new Sender(tenantId, null, false), ids.next(), now)), now);
    }
}
