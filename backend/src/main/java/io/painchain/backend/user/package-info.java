/**
 * People: who signed in (issuer and subject, nothing else), and what they are in which tenant. Read at each request, kept
 * for 30 s, never out of a token. Owns their tables.
 */
package io.painchain.backend.user;
