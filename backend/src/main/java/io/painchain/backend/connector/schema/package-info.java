/**
 * The JSON schemas of configurations: whether one may be registered, what a configuration violates, and where its
 * secrets are. Pure functions of JSON.
 */
package io.painchain.backend.connector.schema;
