/**
 * Which connector types are registered, with their metadata, and which of their workers is alive and polls what.
 * Knows no provider and no integration.
 */
package io.painchain.backend.connector;
