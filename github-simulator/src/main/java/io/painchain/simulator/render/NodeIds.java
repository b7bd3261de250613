package io.painchain.simulator.render;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * GitHub's global node ids: a prefix for the type and, in MessagePack and Base64, the numbers of the repository and of
 * the thing in it.
 */
public final class NodeIds {

    private static final int ARRAY = 0x90;
    private static final int UINT_32 = 0xce;
    private static final int UINT_64 = 0xcf;
    private static final long LARGEST_32 = 0xffff_ffffL;

    private NodeIds() {
    }

    /** A type, the repository's number and the thing's; of what is in no repository both are the same. */
    public record NodeId(String prefix, long repository, long id) {
    }

    public static String of(String prefix, long id) {
        return encode(prefix, id);
    }

    public static String of(String prefix, long repository, long id) {
        return encode(prefix, repository, id);
    }

    /** Empty where it is no node id. */
    public static Optional<NodeId> parse(String text) {
        int underscore = text.indexOf('_');
        if (underscore < 1) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(underscore + 1)));
            int numbers = (bytes.get() & 0xff) - ARRAY - 1;
            bytes.get();
            long first = number(bytes);
            return Optional.of(new NodeId(text.substring(0, underscore), first, numbers > 1 ? number(bytes) : first));
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static String encode(String prefix, long... numbers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ARRAY + 1 + numbers.length);
        bytes.write(0);
        for (long number : numbers) {
            boolean large = number < 0 || number > LARGEST_32;
            bytes.write(large ? UINT_64 : UINT_32);
            bytes.writeBytes(large ? ByteBuffer.allocate(Long.BYTES).putLong(number).array()
                    : ByteBuffer.allocate(Integer.BYTES).putInt((int) number).array());
        }
        return prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private static long number(ByteBuffer bytes) {
        return (bytes.get() & 0xff) == UINT_64 ? bytes.getLong() : bytes.getInt() & LARGEST_32;
    }
}
