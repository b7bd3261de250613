package io.painchain.simulator.world.deployment;

/** A deployment to make of a branch, tag or commit. */
public record NewDeployment(String ref, String environment, String description) {

    public NewDeployment(String ref, String environment) {
        this(ref, environment, null);
    }
}
