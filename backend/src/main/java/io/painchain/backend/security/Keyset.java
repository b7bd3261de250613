package io.painchain.backend.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/**
 * AES-256-GCM keys: the primary encrypts, all decrypt. As text a Tink JSON keyset in clear. Keys are exchanged in three
 * steps, each complete on every backend before the next: {@link #withNewKey() add}, {@link #withNewestKeyFirst()
 * promote}, and after re-encryption {@link #withPrimaryKeyOnly() prune}.
 */
public final class Keyset {

    /** A Tink ciphertext begins with version 1 and the key's id. */
    static final int PREFIX_BYTES = 5;

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final KeysetHandle handle;
    private final Aead aead;

    private Keyset(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    public static Keyset generate() {
        try {
            return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No AES-256-GCM key can be made on this platform", e);
        }
    }

    /** @throws IllegalStateException whose message quotes nothing of the text */
    public static Keyset parse(String json) {
        try {
            return new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException | RuntimeException e) {
            // Not as the cause: a parser's message may quote the key.
            throw new IllegalStateException("PAINCHAIN_KEYSET (or its file) is no Tink JSON keyset of AES-256-GCM keys "
                    + "in clear. Restore it from a backup: without it no stored secret can be read.");
        }
    }

    public String toJson() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset cannot be written", e);
        }
    }

    /** The new key decrypts but does not encrypt yet. */
    public Keyset withNewKey() {
        return changed(KeysetHandle.newBuilder(handle).addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId().setStatus(KeyStatus.ENABLED)));
    }

    public Keyset withNewestKeyFirst() {
        var builder = KeysetHandle.newBuilder(handle);
        builder.getAt(builder.size() - 1).makePrimary();
        return changed(builder);
    }

    /** Ciphertexts of the removed keys become unreadable. */
    public Keyset withPrimaryKeyOnly() {
        var builder = KeysetHandle.newBuilder(handle);
        for (int i = builder.size() - 1; i >= 0; i--) {
            if (!builder.getAt(i).isPrimary()) {
                builder.deleteAt(i);
            }
        }
        return changed(builder);
    }

    public int size() {
        return handle.size();
    }

    byte[] encrypt(byte[] plain, byte[] associatedData) throws GeneralSecurityException {
        return aead.encrypt(plain, associatedData);
    }

    byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        return aead.decrypt(ciphertext, associatedData);
    }

    byte[] prefix() {
        return ByteBuffer.allocate(PREFIX_BYTES).put((byte) 1).putInt(handle.getPrimary().getId()).array();
    }

    private static Keyset changed(KeysetHandle.Builder builder) {
        try {
            return new Keyset(builder.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset cannot be changed", e);
        }
    }
}
