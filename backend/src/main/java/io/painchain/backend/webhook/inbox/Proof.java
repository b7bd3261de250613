package io.painchain.backend.webhook.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.painchain.model.connector.Intake.Encoding;
import io.painchain.model.connector.Intake.Hmac;
import io.painchain.model.connector.Intake.Verify;

/** Whether a delivery was sent by who knows a secret; compared in constant time. */
final class Proof {

    private static final Pattern PART = Pattern.compile("(?<=\\})|(?=\\{)");
    private static final String BODY = "{body}";

    private final Verify verify;
    private final IncomingDelivery delivery;

    Proof(Verify verify, IncomingDelivery delivery) {
        this.verify = verify;
        this.delivery = delivery;
    }

    boolean holdsFor(String secret) {
        return switch (verify.scheme()) {
            case hmac -> isSignedWith(secret);
            case token -> delivery.header(header()).filter(token -> isEqual(token, secret)).isPresent();
            case bearer -> credentials("bearer ").filter(token -> isEqual(token, secret)).isPresent();
            case basic -> credentials("basic ").flatMap(Proof::password).filter(word -> isEqual(word, secret)).isPresent();
        };
    }

    private String header() {
        return verify.header() == null ? "Authorization" : verify.header();
    }

    private Optional<String> credentials(String scheme) {
        return delivery.header(header()).filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).strip());
    }

    private static Optional<String> password(String credentials) {
        return decoded(credentials, Encoding.base64).map(bytes -> new String(bytes, UTF_8))
                .filter(pair -> pair.contains(":")).map(pair -> pair.substring(pair.indexOf(':') + 1));
    }

    private boolean isSignedWith(String secret) {
        var hmac = verify.hmac();
        if (!isOfNow(hmac)) {
            return false;
        }
        var sent = delivery.header(header()).map(value -> signatures(hmac, value)).orElse(List.of());
        if (sent.isEmpty()) {
            return false;
        }
        return signature(hmac, secret).filter(own -> sent.stream().anyMatch(other -> MessageDigest.isEqual(own, other)))
                .isPresent();
    }

    private boolean isOfNow(Hmac hmac) {
        if (hmac.tolerance() == null) {
            return true;
        }
        return delivery.header(hmac.tolerance().header()).flatMap(Proof::time)
                .filter(sent -> Duration.between(sent, delivery.receivedAt()).abs()
                        .compareTo(Duration.ofSeconds(hmac.tolerance().seconds())) <= 0)
                .isPresent();
    }

    private static Optional<Instant> time(String seconds) {
        return seconds.matches("[0-9]{1,12}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds))) : Optional.empty();
    }

    private static List<byte[]> signatures(Hmac hmac, String value) {
        var prefix = hmac.prefix() == null ? "" : hmac.prefix();
        var written = hmac.separator() == null ? Stream.of(value) : Stream.of(value.split(Pattern.quote(hmac.separator())));
        return written.map(String::strip).filter(one -> one.startsWith(prefix))
                .map(one -> decoded(one.substring(prefix.length()), hmac.encoding())).flatMap(Optional::stream).toList();
    }

    private Optional<byte[]> signature(Hmac hmac, String secret) {
        var key = key(hmac, secret);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            var algorithm = "Hmac" + hmac.algorithm();
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.get(), algorithm));
            for (var part : PART.split(hmac.signed() == null ? BODY : hmac.signed())) {
                var bytes = signed(part);
                if (bytes.isEmpty()) {
                    return Optional.empty();
                }
                mac.update(bytes.get());
            }
            return Optional.of(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC", e);
        }
    }

    /** Empty for a header that is not there. */
    private Optional<byte[]> signed(String part) {
        if (part.equals(BODY)) {
            return Optional.of(delivery.body());
        }
        var text = part.startsWith("{") ? delivery.header(part.substring(1, part.length() - 1)) : Optional.of(part);
        return text.map(value -> value.getBytes(UTF_8));
    }

    private static Optional<byte[]> key(Hmac hmac, String secret) {
        var prefix = hmac.keyPrefix();
        var key = prefix != null && secret.startsWith(prefix) ? decoded(secret.substring(prefix.length()), Encoding.base64)
                : Optional.of(secret.getBytes(UTF_8));
        return key.filter(bytes -> bytes.length > 0);
    }

    private static Optional<byte[]> decoded(String text, Encoding encoding) {
        try {
            return Optional.of(encoding == Encoding.hex ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isEqual(String sent, String secret) {
        return MessageDigest.isEqual(sent.getBytes(UTF_8), secret.getBytes(UTF_8));
    }
}
