/**
 * Deliveries as users see them: listed, with their payloads, and digested again. Reads the inbox; may touch the task queue's
 * signals and the digest.
 */
package io.painchain.backend.webhook.event;
