package io.painchain.backend.connector;

/** In the transaction that changed it: other workers than before may be responsible for integrations of the type. */
public record AssignmentChanged(String type) {
}
