package io.painchain.backend.connect.credential;

/** @param message what became of the grant at the provider, in a sentence */
public record Disconnected(String integrationId, String message) {
}
