package io.painchain.backend.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.painchain.backend.security.SecretDigest;

/**
 * Masks what is named like a secret, and shows texts of configurations as digests only: the log cannot be changed when a newer
 * schema calls one of them a secret.
 */
@Singleton
class AuditMask {

    private static final String MASK = "…";
    private static final String CONFIG = "config";
    private static final List<String> ENDINGS = List.of("pass", "password", "passwd", "passphrase", "secret", "token",
            "credential",
            "credentials", "authorization", "apikey", "privatekey", "accesskey");
    /** Where something leads to is what an audit looks for; behind the host there may be a secret. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:-]{1,255}(?=/|$)");
    private static final int DIGEST_BYTES = 4;

    private final SecretDigest digest;

    AuditMask(SecretDigest digest) {
        this.digest = digest;
    }

    JsonNode of(JsonNode state) {
        if (state instanceof ObjectNode object && object.get(CONFIG) instanceof ObjectNode config) {
            var masked = (ObjectNode) masked(object.deepCopy().without(CONFIG), false);
            masked.set(CONFIG, masked(config, true));
            return masked;
        }
        return masked(state, false);
    }

    private JsonNode masked(JsonNode state, boolean asDigests) {
        if (state instanceof ObjectNode object) {
            var masked = object.objectNode();
            object.properties().forEach(member -> masked.set(member.getKey(),
                    isSecret(member.getKey()) ? hidden(member.getValue(), asDigests) : shown(member.getValue(), asDigests)));
            return masked;
        }
        if (state instanceof ArrayNode array) {
            var masked = array.arrayNode();
            array.forEach(item -> masked.add(masked(item, asDigests)));
            return masked;
        }
        return state;
    }

    private static boolean isSecret(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return ENDINGS.stream().anyMatch(plain::endsWith);
    }

    /** What is masked already tells whose secret it was. */
    private JsonNode hidden(JsonNode value, boolean asDigests) {
        return value.isTextual() && !value.textValue().contains(MASK) ? TextNode.valueOf(MASK) : masked(value, asDigests);
    }

    /** Lists of names, as of repositories, are shown as they are. */
    private JsonNode shown(JsonNode value, boolean asDigests) {
        return asDigests && value.isTextual() && !value.textValue().contains(MASK)
                ? TextNode.valueOf(shown(value.textValue()))
                : masked(value, asDigests);
    }

    private String shown(String text) {
        var origin = ORIGIN.matcher(text);
        var digested = digest.of(text.getBytes(StandardCharsets.UTF_8));
        return (origin.lookingAt() ? origin.group() + " " : "") + "digest:" + HexFormat.of().formatHex(
                Arrays.copyOfRange(digested, SecretDigest.KEY_BYTES, SecretDigest.KEY_BYTES + DIGEST_BYTES));
    }
}
