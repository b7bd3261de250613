/**
 * Which changes subscribers get: reads them in the order of their transactions, as streams do, and hands them to the outbox in
 * the same transaction as its position. Ingest pays nothing for it.
 */
package io.painchain.backend.timeline.fanout;
