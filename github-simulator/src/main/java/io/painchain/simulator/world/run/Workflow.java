package io.painchain.simulator.world.run;

/** A workflow file. */
public record Workflow(long id, String name, String path) {
}
