package io.painchain.kubernetes.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

public interface StreamHandler {

    /** @param date the server's clock; {@code null} where it names none */
    record Head(int status, Instant date, Duration retryAfter) {
    }

    void began(Head head);

    /** A failure ends the stream. */
    void data(List<ByteBuffer> buffers) throws IOException;

    /** Called once. @param failure {@code null} where the answer came to its end */
    void ended(Throwable failure);
}
