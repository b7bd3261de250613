/**
 * The wire contract: what travels between connectors, the backend and its users as JSON. Timestamps are ISO-8601 UTC with
 * microseconds, ids are UUIDv7 strings.
 */
package io.painchain.model;
