package io.painchain.backend.id;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

/** UUIDv7 (RFC 9562), ordered by microsecond, so that new rows lie side by side. */
@Singleton
public class Ids {

    private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_BITS = 0x3fff_ffff_ffff_ffffL;

    private final Clock clock;

    Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        var now = clock.instant();
        long microsOfMilli = now.getNano() / 1_000 % 1_000;
        long subMilli = microsOfMilli * 4_096 / 1_000;
        return new UUID(now.toEpochMilli() << 16 | VERSION | subMilli,
                VARIANT | ThreadLocalRandom.current().nextLong() & RANDOM_BITS);
    }

    /** Empty for malformed text: such a thing does not exist. */
    public static Optional<UUID> parse(String text) {
        return text != null && CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
