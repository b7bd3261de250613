package io.painchain.backend.event;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.event.store.EventRepository;
import io.painchain.backend.event.store.EventUpsert;
import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationEvents;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.retention.Retention;
import io.painchain.model.validation.FieldError;

@Singleton
class EventsOfIntegrations implements IntegrationEvents {

    private final EventRepository events;
    private final EventUpsert upsert;
    private final DraftReader reader;
    private final Retention retention;
    private final Ids ids;
    private final Clock clock;

    EventsOfIntegrations(EventRepository events, EventUpsert upsert, DraftReader reader, Retention retention,
            Ids ids, Clock clock) {
        this.events = events;
        this.upsert = upsert;
        this.reader = reader;
        this.retention = retention;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int removeSome(IntegrationReference deleted, int limit) {
        return events.removeSome(deleted.tenantId(), deleted.id(), limit);
    }

    @Override
    @Transactional
    public List<FieldError> retry(IntegrationReference integration, JsonNode raw) {
        var sender = new Sender(integration.tenantId(), integration, true);
        var reading = reader.read(raw, sender);
        if (reading.isValid() && !DraftRules.isExpired(reading.value(), retention.cutoff(sender.tenantId()))) {
            var now = clock.instant();
            upsert.write(List.of(EventMapper.toIncoming(reading.value(), sender, ids.next(), now)), now);
        }
        return reading.errors();
    }
}
