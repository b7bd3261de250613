/**
 * What users ask of connectors: test a connection, list repositories, sync now, backfill. May touch the queue and
 * integrations.
 */
package io.painchain.backend.task.request;
