package io.painchain.backend.database;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Serialises writes, one of each tenant in turn: a tenant with many waiting callers has only one of them in the queue that all
 * share. Tenants whose digests collide share a place.
 */
public final class TurnsByTenant {

    private static final int PLACES = 256;

    private final OneAtATime all = new OneAtATime();
    private final OneAtATime[] places = Stream.generate(OneAtATime::new).limit(PLACES).toArray(OneAtATime[]::new);

    public <T> T take(String tenantId, Supplier<T> work) {
        return places[Math.floorMod(tenantId.hashCode(), PLACES)].take(() -> all.take(work));
    }
}
