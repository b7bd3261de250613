/**
 * Passes read-only requests to a provider's API on to a connector as tasks. May touch integrations and the task
 * queue.
 */
package io.painchain.backend.proxy;
