package io.painchain.simulator.fault;

import io.painchain.simulator.http.HttpRequest;

/** A request as faults see it: its path with the repository's name, and a key of it that outlives that name. */
public record Asked(String path, String key, HttpRequest request) {
}
