package io.painchain.backend.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.painchain.model.EventView;
import io.painchain.model.Outcome;

/** The answer to a single draft: the event as it is stored now, and what became of the draft. */
public record IngestedEvent(@JsonUnwrapped EventView event, Outcome outcome) {
}
