package io.painchain.kubernetes.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream into its lines; a line that is not ended is not given out. */
public final class LineReader {

    /** etcd takes objects of 1.5 MB; a line holds one, written wider. */
    public static final int LONGEST_LINE = 4 * 1024 * 1024;

    public static final class TooLongException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final int longest;
    private ByteArrayOutputStream begun = new ByteArrayOutputStream();

    public LineReader() {
        this(LONGEST_LINE);
    }

    LineReader(int longest) {
        this.longest = longest;
    }

    public List<byte[]> read(List<ByteBuffer> buffers) throws TooLongException {
        List<byte[]> lines = new ArrayList<>();
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            int from = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    append(bytes, from, i);
                    lines.add(begun.toByteArray());
                    begun = new ByteArrayOutputStream();
                    from = i + 1;
                }
            }
            append(bytes, from, bytes.length);
        }
        return lines;
    }

    private void append(byte[] bytes, int from, int to) throws TooLongException {
        if (begun.size() + to - from > longest) {
            throw new TooLongException();
        }
        begun.write(bytes, from, to - from);
    }
}
