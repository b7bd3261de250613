package io.painchain.backend.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** A walk over all rows that hold something encrypted, once a primary key, some rows a transaction. */
public final class KeyRenewal {

    /** Few enough to be locked. */
    public static final int AT_ONCE = 100;

    private static final Logger LOG = Logger.getLogger(KeyRenewal.class);

    private volatile byte[] renewedFor;

    /** Locks and renews the rows that follow an id. */
    @FunctionalInterface
    public interface Step {

        /** @return the last row's id; empty where there was none */
        Optional<UUID> after(UUID id);
    }

    /** @param prefix of what is encrypted under the primary key */
    public void run(byte[] prefix, Step step) {
        if (Arrays.equals(prefix, renewedFor)) {
            return;
        }
        var after = Optional.of(new UUID(0, 0));
        while (after.isPresent()) {
            var from = after.get();
            after = QuarkusTransaction.requiringNew().call(() -> step.after(from));
        }
        renewedFor = prefix;
    }

    /** What is under the key already, and what no key decrypts, stays as it is. */
    public static byte[] renewed(byte[] sealed, byte[] prefix, UnaryOperator<byte[]> anew) {
        if (sealed == null || Arrays.equals(prefix, Arrays.copyOf(sealed, prefix.length))) {
            return sealed;
        }
        try {
            return anew.apply(sealed);
        } catch (IllegalStateException e) {
            LOG.errorf("Not encrypted anew: %s", e.getMessage());
            return sealed;
        }
    }
}
