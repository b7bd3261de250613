/**
 * The wire contract between processes, one package a subject. What only the backend answers lives beside its resource.
 * Timestamps
 * are ISO-8601 UTC with microseconds, ids are UUIDv7 strings.
 */
package io.painchain.model;
