package io.painchain.simulator.truth;

/**
 * A detail that nobody can get: its address, and the event of the truth that lacks it. Of a pull request the event is its
 * id up to the {@code #}.
 */
public record WithheldDetail(String path, String event) {
}
