package io.painchain.backend.security;

import java.util.UUID;

/**
 * A key, a session or what a user may do ended, on whichever backend.
 *
 * @param id {@code null} where it may have been anybody's: notifications were missed
 */
public record CallerEnded(UUID id) {

    public static final CallerEnded ANYBODY = new CallerEnded(null);
}
