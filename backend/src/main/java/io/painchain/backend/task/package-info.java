/**
 * The durable queue of what connectors are to do: added, leased, finished, given up, and waited for. Owns the task
 * table; may touch connectors' workers and the key set.
 */
package io.painchain.backend.task;
