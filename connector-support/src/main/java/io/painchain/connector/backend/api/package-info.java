/**
 * The backend's resources as declarative clients, one interface a resource: paths, parameters and bodies of the wire contract.
 * How long to wait, whom to trust and what a refusal means is {@code BackendClient}'s; nothing else calls them.
 */
package io.painchain.connector.backend.api;
