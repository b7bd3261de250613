package io.painchain.simulator.world.hook;

import java.time.Instant;

/**
 * @param guid names the event: a redelivery has it, too
 * @param installation of an App, or {@code null}
 * @param repository its id, or {@code null}
 */
public record HookDelivery(long id, long hook, String guid, Instant deliveredAt, boolean redelivery, int statusCode,
        String event, Long installation, Long repository) {

    public String status() {
        return statusCode / 100 == 2 ? "OK" : "Invalid HTTP Response: " + statusCode;
    }
}
