/** What is kept of objects of which the status tells what happened: nodes, pods, jobs, certificates, syncs, releases. */
package io.painchain.kubernetes.projection.status;
