package io.painchain.simulator.kubernetes.store;

/** Who writes, as {@code managedFields} names it; the subresource is null for the object itself. */
public record Writer(String manager, String operation, String subresource) {

    public static final String CONTROLLER_MANAGER = "kube-controller-manager";

    public static Writer update(String manager) {
        return new Writer(manager, "Update", null);
    }

    public static Writer apply(String manager) {
        return new Writer(manager, "Apply", null);
    }

    /** The controllers within the cluster's manager. */
    public static Writer controller() {
        return update(CONTROLLER_MANAGER);
    }

    public static Writer status(String manager) {
        return new Writer(manager, "Update", "status");
    }

    public static Writer controllerStatus() {
        return status(CONTROLLER_MANAGER);
    }

    public static Writer scale(String manager) {
        return new Writer(manager, "Update", "scale");
    }

    boolean ofStatus() {
        return "status".equals(subresource);
    }
}
