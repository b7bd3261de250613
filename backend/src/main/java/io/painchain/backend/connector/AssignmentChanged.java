package io.painchain.backend.connector;

/** Fired in the transaction after which other workers may be responsible for integrations of the type. */
public record AssignmentChanged(String type) {
}
