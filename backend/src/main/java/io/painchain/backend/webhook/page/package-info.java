/**
 * Answers of providers as polls got them, kept raw where connectors hand them over: for rehearsals, beside deliveries, under
 * the same time and cap. May touch integrations and the inbox's tables.
 */
package io.painchain.backend.webhook.page;
