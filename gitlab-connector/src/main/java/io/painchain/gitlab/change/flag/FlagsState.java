package io.painchain.gitlab.change.flag;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/** By name, what is stored of each flag. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FlagsState(Map<String, Mark> known, boolean read) {

    static final FlagsState UNREAD = new FlagsState(Map.of(), false);

    public FlagsState {
        known = known == null ? Map.of() : Map.copyOf(known);
    }

    public record Mark(Instant at, boolean on) {
    }
}
