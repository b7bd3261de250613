package io.painchain.kubernetes.reflector;

import java.time.Instant;

/**
 * Where a reflector stands.
 *
 * @param resourceVersion all before it was told; {@code null}: nothing was
 * @param at the server's time of the last sign of life
 */
public record Position(String resourceVersion, Instant at) {

    public static final Position NOWHERE = new Position(null, null);

    /** Whether what has this resourceVersion was told; one that is no number is not waited for. */
    boolean isAt(long version) {
        long own = resourceVersion == null ? 0 : ResourceVersions.number(resourceVersion);
        return own == 0 || own >= version;
    }
}
