/** Workloads: new revisions from begin to end, scaling, pauses and deletions. */
package io.painchain.kubernetes.change.rollout;
