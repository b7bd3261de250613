/**
 * Connecting by agreeing at GitHub: an App by manifest, an App that exists, an OAuth App, a device code. Says steps, exchanges
 * codes, checks what was granted, refreshes and revokes. Keeps nothing: the backend does.
 */
package io.painchain.github.connect;
