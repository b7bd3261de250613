package io.painchain.backend.security;

import java.util.UUID;

/** A key, a session or what a user may do ended, on whichever backend. */
public record CallerEnded(UUID id) {
}
