package io.painchain.backend.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.painchain.backend.event.store.EventView;
import io.painchain.model.event.Outcome;

/**
 * The answer to a single draft.
 *
 * @param event as it is stored now, or {@code null} where it is not kept
 * @param outcome what became of the draft
 */
@Schema(requiredProperties = "outcome")
public record IngestedEvent(@JsonUnwrapped EventView event, Outcome outcome) {

    static final IngestedEvent EXPIRED = new IngestedEvent(null, Outcome.expired);
}
