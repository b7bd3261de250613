/**
 * Takes deliveries of webhooks in: finds whose they are, checks the proof over the raw bytes, and answers once they are stored.
 * Reads only names of a payload. May touch connector types, integrations and their secrets.
 */
package io.painchain.backend.webhook.inbox;
