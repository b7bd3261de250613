/**
 * What events are found by, filled behind the ingest: words and names in {@code event_document}, in the order of the
 * transactions. Who searches catches up first. Knows the event table, neither ingest nor timelines.
 */
package io.painchain.backend.event.index;
