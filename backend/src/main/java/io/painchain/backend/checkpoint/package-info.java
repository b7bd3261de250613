/**
 * Where connectors stand with each repository: opaque documents, written by compare-and-put, mostly within a batch
 * of events. May touch integrations.
 */
package io.painchain.backend.checkpoint;
