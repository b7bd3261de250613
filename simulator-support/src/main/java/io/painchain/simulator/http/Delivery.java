package io.painchain.simulator.http;

import java.time.Duration;

/** How an answer is written: whole, or as a broken or slow server would. */
public sealed interface Delivery {

    Delivery WHOLE = new Whole();

    record Whole() implements Delivery {
    }

    /** Closes after so many bytes of the body, though Content-Length promised more; with 0 right after the head. */
    record Cut(int bytes) implements Delivery {
    }

    /** Closes without a word. */
    record Silence() implements Delivery {
    }

    /** Resets the connection after so many bytes of head and body. */
    record Reset(int bytes) implements Delivery {
    }

    /** Says no more after so many bytes of head and body, and leaves the connection open until the client closes it. */
    record Hang(int bytes) implements Delivery {
    }

    /** Follows the body by so much white space that both have so many bytes. */
    record Padded(int bytes) implements Delivery {
    }

    /** Sends a body in chunks as they come, until it ends or the client closes. */
    record Streamed(StreamedBody source) implements Delivery {
    }

    /** Writes the body in pieces with a pause before each. */
    record Dribble(int pieceBytes, Duration pause) implements Delivery {
    }
}
