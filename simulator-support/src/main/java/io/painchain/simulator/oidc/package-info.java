/**
 * An OIDC provider with nobody's password: whoever is asked for signs in. Discovery, keys, the code flow with PKCE, tokens,
 * the end of sessions, and tokens with any fault that a test wants.
 */
package io.painchain.simulator.oidc;
