package io.painchain.backend.connect.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.connect.credential.Credential.Sealed;
import io.painchain.backend.security.KeyRenewal;
import io.painchain.backend.security.SecretCipher;
import io.painchain.model.connect.ConnectGrant;

/** Encrypts what was granted, bound to its integration and to its column. */
@Singleton
class CredentialCipher {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private final SecretCipher cipher;
    private final ObjectMapper mapper;

    CredentialCipher(SecretCipher cipher, ObjectMapper mapper) {
        this.cipher = cipher;
        this.mapper = mapper;
    }

    Sealed seal(String tenantId, UUID id, ConnectGrant grant) {
        return new Sealed(seal(tenantId, id, "access", grant.accessToken()),
                seal(tenantId, id, "refresh", grant.refreshToken()),
                seal(tenantId, id, "kept", json(grant.kept())));
    }

    /** @throws IllegalStateException where no key of the keyset decrypts it */
    ConnectGrant open(Credential credential) {
        var sealed = credential.tokens();
        return new ConnectGrant(open(credential, "access", sealed.access()), open(credential, "refresh", sealed.refresh()),
                credential.expiresAt(), credential.scopes(), credential.account(), credential.accountId(),
                texts(open(credential, "kept", sealed.kept())));
    }

    byte[] currentPrefix() {
        return cipher.currentPrefix();
    }

    Sealed renewed(Credential credential) {
        var sealed = credential.tokens();
        return new Sealed(renewed(credential, "access", sealed.access()), renewed(credential, "refresh", sealed.refresh()),
                renewed(credential, "kept", sealed.kept()));
    }

    private byte[] renewed(Credential credential, String place, byte[] sealed) {
        return KeyRenewal.renewed(sealed, currentPrefix(),
                old -> seal(credential.tenantId(), credential.integrationId(), place, open(credential, place, old)));
    }

    private byte[] seal(String tenantId, UUID id, String place, String plain) {
        return plain == null ? null : cipher.encrypt(plain.getBytes(UTF_8), context(tenantId, id, place));
    }

    private String open(Credential credential, String place, byte[] sealed) {
        return sealed == null ? null
                : new String(cipher.decrypt(sealed, context(credential.tenantId(), credential.integrationId(), place)), UTF_8);
    }

    private String json(Map<String, String> texts) {
        try {
            return texts == null ? null : mapper.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            // Not as the cause: its message may quote a secret.
            throw new IllegalStateException("What a connector keeps of a grant cannot be written");
        }
    }

    private Map<String, String> texts(String json) {
        try {
            return json == null ? null : mapper.readValue(json, TEXTS);
        } catch (IOException e) {
            throw new IllegalStateException("What a connector keeps of a grant cannot be read");
        }
    }

    private static String context(String tenantId, UUID id, String place) {
        return "credential " + tenantId + "/" + id + "/" + place;
    }
}
