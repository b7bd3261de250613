/**
 * Subscriptions: who outside is told of which events, where, and under which secret. Owns their table; what is sent is in
 * {@code outbox}, how in {@code drain}. Knows no timeline: filters are checked by who reads them.
 */
package io.painchain.backend.subscription;
