package io.painchain.backend.connector;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import io.painchain.model.validation.Limits;

final class Logo {

    private static final String PNG = "89504e470d0a1a0a";

    private Logo() {
    }

    static Optional<String> fault(String uri) {
        byte[] picture;
        try {
            picture = content(uri);
        } catch (IllegalArgumentException e) {
            return Optional.of("must be a data: URI whose content can be decoded");
        }
        if (picture.length > Limits.LOGO_BYTES) {
            return Optional.of("must be a picture of at most %d bytes".formatted(Limits.LOGO_BYTES));
        }
        if (uri.startsWith("data:image/png")) {
            return isPng(picture) ? Optional.empty() : Optional.of("is called a png, but its content is none");
        }
        return new String(picture, StandardCharsets.UTF_8).contains("<svg") ? Optional.empty()
                : Optional.of("is called an svg, but its content is none");
    }

    private static byte[] content(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("No content");
        }
        var content = uri.substring(comma + 1);
        return uri.substring(0, comma).endsWith(";base64") ? Base64.getDecoder().decode(content)
                : URLDecoder.decode(content.replace("+", "%2B"), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isPng(byte[] picture) {
        return picture.length >= PNG.length() / 2 && HexFormat.of().formatHex(picture, 0, PNG.length() / 2).equals(PNG);
    }
}
