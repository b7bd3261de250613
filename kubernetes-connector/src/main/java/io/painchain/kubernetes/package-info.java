/**
 * The Kubernetes connector: watches clusters, maps what was changed in them to drafts and posts these to the backend. It keeps
 * no
 * state of its own: where it stands with each cluster is in checkpoints that the backend stores together with the events.
 */
package io.painchain.kubernetes;
