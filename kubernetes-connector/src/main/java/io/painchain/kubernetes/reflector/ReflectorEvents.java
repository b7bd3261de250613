package io.painchain.kubernetes.reflector;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/** What a reflector learns, in order; all times are the server's. */
public interface ReflectorEvents {

    enum Listing {
        /** Nothing was known before. */
        FIRST,
        /** The watch goes on from where it stood and will tell what the list is ahead of. */
        BEFORE_REPLAY,
        /** The server forgot what happened since; the list is all there is. */
        AFTER_LOSS,
        /** Only lists are allowed. */
        POLLED,
        /** The watch goes on beside it; the list shows what it may not have told. */
        CHECK
    }

    void listing(Target target, Listing why);

    void listed(Target target, JsonNode object);

    /** All objects were given. @param since the last sign of life before; {@code null}: none */
    void complete(Target target, Listing why, Instant since, Instant now);

    /** The watch has told all that came before the last list of a {@link Listing#CHECK}. */
    void checked(Target target, Instant now);

    /** @param type {@code ADDED}, {@code MODIFIED} or {@code DELETED} */
    void changed(Target target, String type, JsonNode object, Instant now);
}
