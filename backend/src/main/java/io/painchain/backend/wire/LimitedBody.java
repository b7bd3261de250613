package io.painchain.backend.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import io.painchain.backend.problem.ProblemType;

/** Fails with a problem beyond the limit, however the body is sent. */
final class LimitedBody extends FilterInputStream {

    private final int limit;
    private long taken;

    LimitedBody(InputStream body, int limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        taken += read;
        if (taken > limit) {
            throw ProblemType.TOO_LARGE.problem("The body may have " + limit + " bytes at most.");
        }
    }
}
