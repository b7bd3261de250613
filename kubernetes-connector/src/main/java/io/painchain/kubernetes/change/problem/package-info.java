/** What ails workloads, folded over pods, containers and repetitions. */
package io.painchain.kubernetes.change.problem;
