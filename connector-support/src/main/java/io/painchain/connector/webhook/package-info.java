/**
 * Deliveries of webhooks as tasks: what a connector reads of them, what becomes of each, and when what could not be told
 * yet is tried again. Knows no payload.
 */
package io.painchain.connector.webhook;
