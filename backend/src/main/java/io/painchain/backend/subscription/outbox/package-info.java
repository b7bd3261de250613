/**
 * What is on its way to subscribers: messages, the attempts to send them, and where each subscription stands in the order of
 * changes. Owns these tables; knows neither the timeline nor HTTP.
 */
package io.painchain.backend.subscription.outbox;
