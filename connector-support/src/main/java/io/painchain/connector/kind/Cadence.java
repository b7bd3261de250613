package io.painchain.connector.kind;

import java.time.Duration;

/**
 * @param interval zero: at every chance; {@code exact}: the provider's, so never sooner
 * @param seldom while a probe vouches for it, as rarely as the sweep
 */
public record Cadence(Duration interval, boolean exact, boolean seldom) {

    public static Cadence every(Duration interval) {
        return new Cadence(interval, false, false);
    }
}
