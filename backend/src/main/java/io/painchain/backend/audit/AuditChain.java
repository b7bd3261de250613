package io.painchain.backend.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;

/** What an entry's digest is made of: each part with its length before it, so that no two entries are the same bytes. */
public final class AuditChain {

    /** Before the first entry. */
    public static final byte[] BEGINNING = new byte[32];

    private AuditChain() {
    }

    public static byte[] hash(AuditEntry entry, long seq, byte[] previous) {
        var actor = entry.actor();
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(seq);
            out.writeLong(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, entry.at()));
            for (var part : new Object[] { entry.tenantId(), actor.name(), actor.role(), actor.keyId(), actor.address(),
                    actor.requestId(), entry.action(), entry.kind(), entry.objectId(), entry.before(), entry.after() }) {
                write(out, part);
            }
            if (actor.userId() != null) {
                write(out, actor.userId()); // entries from before there were users stay as they were
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, Object part) throws IOException {
        if (part == null) {
            out.writeInt(-1);
            return;
        }
        var text = part.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
