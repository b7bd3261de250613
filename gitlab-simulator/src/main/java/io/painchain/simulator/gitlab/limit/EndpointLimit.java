package io.painchain.simulator.gitlab.limit;

import java.time.Duration;

/** How often a route may be asked by one user; beyond it the refusal has no headers. */
public record EndpointLimit(String route, int most, Duration period) {
}
