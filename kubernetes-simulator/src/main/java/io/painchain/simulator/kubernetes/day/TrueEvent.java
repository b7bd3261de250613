package io.painchain.simulator.kubernetes.day;

import java.time.Instant;

/**
 * What a perfect collector would hold. An id that ends with a hash only the collector knows is given up to there
 * ({@code exact} is false). A status is null where any will do; several have {@code |} between them.
 */
public record TrueEvent(String type, String externalId, boolean exact, String status, Instant at) {

    public boolean is(String type, String externalId) {
        return this.type.equals(type) && (exact ? externalId.equals(this.externalId) : externalId.startsWith(this.externalId));
    }
}
