package io.painchain.kubernetes.reflector;

import java.time.Clock;
import java.time.Duration;
import java.util.function.DoubleSupplier;

import io.painchain.kubernetes.api.KubernetesApi;

/**
 * What the reflectors of one cluster share.
 *
 * @param random from 0 to 1, so that watches do not all end at once
 * @param poll how often is listed what may not be watched
 */
public record Surroundings(KubernetesApi api, ReflectorEvents events, ListTurns turns, Clock clock, ServerClock server,
        DoubleSupplier random, Duration poll) {
}
