package io.painchain.backend.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.id.Ids;
import io.painchain.model.event.EventDraft;
import io.painchain.model.validation.FieldError;

/** Rules of the contract that concern several fields. */
final class DraftRules {

    static final String OURS = "must not be painchain: under that PainChain tells of itself";

    private static final Duration AHEAD = Duration.ofDays(1);

    private DraftRules() {
    }

    /** @param draft without its wrong fields */
    static List<FieldError> errors(EventDraft draft, Sender sender, Instant now) {
        var errors = new ArrayList<FieldError>();
        if (isAhead(draft.timestamp(), now)) {
            errors.add(new FieldError("/timestamp", "must not be more than one day ahead"));
        }
        if (isAhead(draft.asOf(), now)) {
            errors.add(new FieldError("/asOf", "must not be more than one day ahead"));
        }
        if (draft.timestamp() != null && draft.endTimestamp() != null && draft.endTimestamp().isBefore(draft.timestamp())) {
            errors.add(new FieldError("/endTimestamp", "must not be before timestamp"));
        }
        if (sender.connector()) {
            demand(draft.externalId(), "/externalId", errors);
            demand(draft.asOf(), "/asOf", errors);
        }
        if (ConnectorTypes.OWN.equals(draft.connector())) {
            errors.add(new FieldError("/connector", OURS));
        }
        addIntegrationErrors(draft, sender, errors);
        return errors;
    }

    static boolean isExpired(EventDraft draft, Instant cutoff) {
        return draft.timestamp().isBefore(cutoff)
                && (draft.endTimestamp() == null || draft.endTimestamp().isBefore(cutoff));
    }

    private static void addIntegrationErrors(EventDraft draft, Sender sender, List<FieldError> errors) {
        if (sender.connector() && sender.integration() == null) {
            demand(draft.integrationId(), "/integrationId", errors);
        }
        if (draft.integrationId() != null
                && !Ids.parse(draft.integrationId()).map(id -> id.equals(sender.integrationId())).orElse(false)) {
            errors.add(new FieldError("/integrationId", "must be the batch's integrationId, or absent"));
        }
    }

    private static boolean isAhead(Instant instant, Instant now) {
        return instant != null && instant.isAfter(now.plus(AHEAD));
    }

    private static void demand(Object value, String pointer, List<FieldError> errors) {
        if (value == null) {
            errors.add(new FieldError(pointer, "is required from a connector"));
        }
    }
}
