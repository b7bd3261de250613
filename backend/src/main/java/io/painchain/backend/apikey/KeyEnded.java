package io.painchain.backend.apikey;

import java.util.UUID;

/** A key was revoked, on whichever backend. */
public record KeyEnded(UUID id) {
}
