/** What a cluster's controllers and kubelets make of workloads: ReplicaSets, ControllerRevisions, pods, conditions. */
package io.painchain.simulator.kubernetes.controller;
