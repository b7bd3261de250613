package io.painchain.backend.event.cloudevent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.model.validation.Limits;

/** Puts a draft together within the limits of the contract; empty values are left out. */
final class DraftJson {

    private final ObjectNode draft = JsonNodeFactory.instance.objectNode();

    DraftJson title(String title) {
        return put("title", title.replaceAll("\\s+", " ").strip(), Limits.TITLE);
    }

    /** A longer one is replaced by its digest, which is as unique. */
    DraftJson externalId(String id) {
        draft.put("externalId", id.length() <= Limits.EXTERNAL_ID ? id : "sha256:" + digest(id));
        return this;
    }

    DraftJson put(String field, String value, int most) {
        if (value != null && !value.isBlank()) {
            draft.put(field, value.length() <= most ? value : value.substring(0, most - 1) + "…");
        }
        return this;
    }

    DraftJson keys(Collection<String> keys) {
        var array = draft.putArray("correlationKeys");
        keys.stream().filter(key -> !key.isBlank() && key.length() <= Limits.CORRELATION_KEY).distinct()
                .limit(Limits.CORRELATION_KEYS).forEach(array::add);
        return this;
    }

    DraftJson set(String field, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            draft.set(field, value);
        }
        return this;
    }

    ObjectNode build() {
        return draft;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is always there");
        }
    }
}
