/**
 * Signing in at an OIDC provider, by Quarkus' own extension: the code flow below {@code /login} only, access tokens in the
 * API, and the provider's word that a session is over. Touches {@code user}; keeps no token.
 */
package io.painchain.backend.oidc;
