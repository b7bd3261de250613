package io.painchain.backend.subscription.drain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.painchain.backend.subscription.SigningSecret;

/** The headers of the Standard Webhooks 1.0.0; every secret signs. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {
    }

    static Map<String, String> headers(String id, Instant now, String body, List<String> secrets) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        var signed = id + "." + now.getEpochSecond() + "." + body;
        headers.put("webhook-signature",
                secrets.stream().map(secret -> "v1," + of(signed, secret)).collect(Collectors.joining(" ")));
        return headers;
    }

    private static String of(String signed, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(SigningSecret.key(secret), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is always there");
        }
    }
}
