/**
 * The objects of a cluster as its API server keeps them: one sequence of revisions, a window of changes, field owners.
 * Knows no HTTP and the meaning of no type.
 */
package io.painchain.simulator.kubernetes.store;
