package io.painchain.backend.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.datafolder.SecretSource;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;

/** Encrypts with the keyset, whose file may change without a restart. */
@Singleton
@Startup
public class SecretCipher {

    private static final Logger LOG = Logger.getLogger(SecretCipher.class);
    private static final String NAME = "keyset";

    private final SecretSource source;
    private volatile Loaded loaded;

    SecretCipher(SecretSource source) {
        this.source = source;
        var json = read();
        this.loaded = new Loaded(json, Keyset.parse(json));
    }

    /** @param context what the ciphertext belongs to; needed to decrypt it */
    public byte[] encrypt(byte[] plain, String context) {
        try {
            return loaded.keyset().encrypt(plain, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret cannot be encrypted", e);
        }
    }

    public byte[] decrypt(byte[] ciphertext, String context) {
        try {
            return loaded.keyset().decrypt(ciphertext, bytes(context));
        } catch (GeneralSecurityException e) {
            return decryptWithNewerKeyset(ciphertext, context);
        }
    }

    public byte[] currentPrefix() {
        return loaded.keyset().prefix();
    }

    /** An unreadable keyset changes nothing. */
    @Scheduled(every = "{painchain.keyset.reload}", delayed = "{painchain.keyset.reload}")
    public synchronized void reload() {
        try {
            var json = read();
            if (!json.equals(loaded.json())) {
                loaded = new Loaded(json, Keyset.parse(json));
                LOG.infof("The keyset changed and was loaded anew; it has %d keys", loaded.keyset().size());
            }
        } catch (RuntimeException e) {
            LOG.errorf("The keyset cannot be loaded anew; the one loaded before stays in use: %s", e.getMessage());
        }
    }

    /** Another backend may have reloaded an exchanged keyset earlier. */
    private byte[] decryptWithNewerKeyset(byte[] ciphertext, String context) {
        reload();
        try {
            return loaded.keyset().decrypt(ciphertext, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored secret of " + context
                    + " cannot be decrypted: the keyset lacks its key, or the data was moved or altered", e);
        }
    }

    private String read() {
        return source.secret(NAME, () -> Keyset.generate().toJson());
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }

    private record Loaded(String json, Keyset keyset) {
    }
}
