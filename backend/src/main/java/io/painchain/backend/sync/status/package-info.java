/**
 * How syncing stands, in one word with its reason, for each integration: pending, syncing, complete or error; and when what is
 * kept
 * was last compared with the provider. Only reads; may ask integrations.
 */
package io.painchain.backend.sync.status;
