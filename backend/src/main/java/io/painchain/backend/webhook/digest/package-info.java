/**
 * Hands stored deliveries over to connectors: forms a task of what waits when one is asked for, and writes down what became of
 * each delivery. May touch the inbox's tables and the task queue.
 */
package io.painchain.backend.webhook.digest;
