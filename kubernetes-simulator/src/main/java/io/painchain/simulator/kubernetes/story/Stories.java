package io.painchain.simulator.kubernetes.story;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.controller.Controllers;
import io.painchain.simulator.kubernetes.controller.Kubelet;
import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;

/** All that people and tools do in the cluster. A fresh one has the namespace {@code kube-system}, by whose uid it is known. */
public final class Stories {

    private final Cluster cluster;
    private final Controllers controllers;
    private final Workloads workloads;
    private final Autoscalers autoscalers;
    private final Settings settings;
    private final Helm helm;
    private final Gitops gitops;
    private final Jobs jobs;
    private final Nodes nodes;
    private final Certificates certificates;

    public Stories(Cluster cluster) {
        this.cluster = cluster;
        controllers = new Controllers(cluster);
        workloads = new Workloads(cluster, controllers);
        autoscalers = new Autoscalers(cluster, workloads);
        settings = new Settings(cluster);
        helm = new Helm(cluster);
        gitops = new Gitops(cluster);
        jobs = new Jobs(cluster);
        nodes = new Nodes(cluster);
        certificates = new Certificates(cluster);
        namespace("kube-system");
    }

    public ObjectNode namespace(String name) {
        ObjectNode labels = Json.object("kubernetes.io/metadata.name", name);
        return cluster.put("Namespace", "", name, Json.object("metadata", Json.object("labels", labels), "spec",
                Json.object("finalizers", Json.array("kubernetes"))), Writer.update("kubectl-create"));
    }

    public Cluster cluster() {
        return cluster;
    }

    /** How images behave. */
    public Kubelet kubelet() {
        return controllers.kubelet();
    }

    public Workloads workloads() {
        return workloads;
    }

    public Autoscalers autoscalers() {
        return autoscalers;
    }

    public Settings settings() {
        return settings;
    }

    public Helm helm() {
        return helm;
    }

    public Gitops gitops() {
        return gitops;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Certificates certificates() {
        return certificates;
    }

    public Nodes nodes() {
        return nodes;
    }
}
