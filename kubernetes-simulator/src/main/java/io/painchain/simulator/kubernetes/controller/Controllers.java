package io.painchain.simulator.kubernetes.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;

/** The controllers of the cluster. They look at an object when told that it changed, and until it is as it should be. */
public final class Controllers {

    private final Kubelet kubelet;
    private final DeploymentController deployments;
    private final RevisionController revisions;

    public Controllers(Cluster cluster) {
        kubelet = new Kubelet(cluster);
        deployments = new DeploymentController(cluster, kubelet);
        revisions = new RevisionController(cluster, kubelet);
    }

    public Kubelet kubelet() {
        return kubelet;
    }

    public void look(ObjectNode workload) {
        if (workload.path("kind").asText().equals("Deployment")) {
            deployments.look(workload);
        } else {
            revisions.look(workload);
        }
    }
}
