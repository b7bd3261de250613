package io.painchain.backend.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.painchain.backend.event.store.EventView;
import io.painchain.model.event.Outcome;

/**
 * The answer to a single draft.
 *
 * @param event as it is stored now, or {@code null} where it is not kept
 * @param outcome what became of the draft
 */
public record IngestedEvent(@JsonUnwrapped EventView event, Outcome outcome) {

    static final IngestedEvent EXPIRED = new IngestedEvent(null, Outcome.expired);
}
