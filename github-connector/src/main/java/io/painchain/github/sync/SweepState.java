package io.painchain.github.sync;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the sweep over the last 30 days found stored.
 *
 * @param days by source, and in it by day (days since 1970), a digest of what the source showed of that day
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SweepState(Map<String, Map<Long, String>> days) {

    static final SweepState NEVER = new SweepState(null);

    public SweepState {
        days = days == null ? Map.of() : Map.copyOf(days);
    }
}
