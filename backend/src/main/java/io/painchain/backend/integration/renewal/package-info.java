/**
 * Encrypts stored secrets anew and renews their digests after a key or a schema has changed. May touch
 * integrations and their secrets.
 */
package io.painchain.backend.integration.renewal;
