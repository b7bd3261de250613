/**
 * Sessions of browsers: a row each, found by the digest of a cookie, ended by who it is of, by an administrator, by the
 * provider or by time. Knows nothing of how somebody signs in.
 */
package io.painchain.backend.user.session;
