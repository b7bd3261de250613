/**
 * Keys and roles of callers, and encryption with the installation's key set; the only package that sees key
 * material. Knows no feature.
 */
package io.painchain.backend.security;
