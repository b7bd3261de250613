package io.painchain.connector.kind;

import java.time.Duration;

/**
 * How often a kind is read.
 *
 * @param interval zero: with every chance
 * @param exact whether the interval is the provider's, so that it may not be read sooner
 * @param seldom whether, while a probe vouches for it, it is read as seldom as the sweep comes
 */
public record Cadence(Duration interval, boolean exact, boolean seldom) {

    public static Cadence every(Duration interval) {
        return new Cadence(interval, false, false);
    }
}
