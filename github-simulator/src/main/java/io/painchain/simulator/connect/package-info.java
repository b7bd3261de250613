/**
 * How people connect programs to GitHub: pages of authorization and installation, manifests of Apps, codes, device codes,
 * refresh tokens and revocation. Knows Apps and tokens of {@code api.auth} and the world's accounts.
 */
package io.painchain.simulator.connect;
