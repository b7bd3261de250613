package io.painchain.simulator.http;

import java.io.IOException;

/** A body that comes bit by bit; its length is not known before. */
public interface StreamedBody {

    /**
     * Waits a moment for more: some bytes, none so far, or null at the end. An exception closes the connection in the middle
     * of the body.
     */
    byte[] next() throws IOException;

    /** Called once, however the answer ended. */
    void close();
}
