/**
 * Webhook configurations: hooks with secrets of their own, beside those in an integration's configuration. May touch
 * integrations.
 */
package io.painchain.backend.webhook.config;
