/**
 * Secrets of a configuration: where they are, how they are masked, encrypted and kept through changes. Depends on
 * the key set and on schemas.
 */
package io.painchain.backend.integration.secret;
