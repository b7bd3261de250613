/**
 * API keys: made, listed, revoked, and recognised in requests. Owns their table; only digests are kept. Who may do what
 * is {@code access}' to say.
 */
package io.painchain.backend.apikey;
