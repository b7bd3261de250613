package io.painchain.backend.timeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.painchain.backend.event.store.EventView;
import io.painchain.backend.timeline.filter.TimelineFilter;
import io.painchain.model.validation.FieldError;

/** Opaque on the wire, and valid only with its filter. */
public record TimelineCursor(Instant timestamp, UUID id) {

    private static final int DIGEST_BYTES = 8;
    private static final int BYTES = 3 * Long.BYTES + DIGEST_BYTES;

    public static TimelineCursor at(EventView event) {
        return new TimelineCursor(event.timestamp(), UUID.fromString(event.id()));
    }

    String text(TimelineFilter filter) {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, timestamp))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(digest(filter));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static Optional<TimelineCursor> parse(String text, TimelineFilter filter, List<FieldError> errors) {
        if (text == null) {
            return Optional.empty();
        }
        var bytes = decode(text);
        if (bytes.length != BYTES) {
            errors.add(new FieldError("cursor", "must be a cursor as a Link header or nextCursor gave it"));
            return Optional.empty();
        }
        if (!MessageDigest.isEqual(digest(filter), Arrays.copyOfRange(bytes, BYTES - DIGEST_BYTES, BYTES))) {
            errors.add(new FieldError("cursor", "must be used with the filter that it came from"));
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        var timestamp = Instant.EPOCH.plus(Math.max(0, buffer.getLong()), ChronoUnit.MICROS);
        return Optional.of(new TimelineCursor(timestamp, new UUID(buffer.getLong(), buffer.getLong())));
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] digest(TimelineFilter filter) {
        try {
            var whole = MessageDigest.getInstance("SHA-256").digest(filter.toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
