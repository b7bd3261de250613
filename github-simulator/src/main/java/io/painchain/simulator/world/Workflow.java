package io.painchain.simulator.world;

/** A workflow file. */
public record Workflow(long id, String name, String path) {
}
