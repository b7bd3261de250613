package io.painchain.backend.timeline.stream;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.painchain.model.validation.FieldError;

/** All changes of earlier transactions, and of this one up to an event. Transaction ids are unsigned. */
record StreamPosition(long transaction, UUID event) {

    private static final int BYTES = 3 * Long.BYTES;
    private static final UUID NONE = new UUID(0, 0);

    static StreamPosition before(long transaction) {
        return new StreamPosition(transaction, NONE);
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(BYTES).putLong(transaction)
                .putLong(event.getMostSignificantBits()).putLong(event.getLeastSignificantBits()).array());
    }

    static Optional<StreamPosition> parse(String name, String text, List<FieldError> errors) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                var buffer = ByteBuffer.wrap(bytes);
                return Optional.of(new StreamPosition(buffer.getLong(), new UUID(buffer.getLong(), buffer.getLong())));
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        errors.add(new FieldError(name, "must be the id of an event of this stream, as it was sent"));
        return Optional.empty();
    }

    boolean isAfter(long otherTransaction) {
        return Long.compareUnsigned(transaction, otherTransaction) > 0;
    }
}
