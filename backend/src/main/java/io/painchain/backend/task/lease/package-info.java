/**
 * The connectors' side of the queue: leases, progress and results over HTTP. May touch the queue, integrations and
 * worker assignment.
 */
package io.painchain.backend.task.lease;
