package io.painchain.simulator.world.issue;

/** A label of a repository. */
public record Label(long id, String name, String color, String description, boolean isDefault) {
}
