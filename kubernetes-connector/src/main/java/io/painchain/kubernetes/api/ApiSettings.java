package io.painchain.kubernetes.api;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

/** @param lane runs what answers bring, one at a time and in order */
public record ApiSettings(Duration deadline, Clock clock, Executor lane) {
}
