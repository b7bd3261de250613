/**
 * The list of repositories in a configuration: read and changed as JSON. Pure functions, but for the look at the
 * schema.
 */
package io.painchain.backend.integration.tracked;
