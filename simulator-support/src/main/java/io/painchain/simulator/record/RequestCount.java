package io.painchain.simulator.record;

/** How often a route was answered with a status. */
public record RequestCount(String route, int status, int count) {
}
