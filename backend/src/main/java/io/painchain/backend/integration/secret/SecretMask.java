package io.painchain.backend.integration.secret;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Enough to tell two tokens apart, nothing of short or structured secrets. */
public final class SecretMask {

    static final String WHOLE = "••••••••";

    private static final int SHORTEST_SHOWN = 16;
    private static final int SHOWN = 4;
    private static final Pattern MASK = Pattern.compile(WHOLE + "|.{4}….{4}", Pattern.DOTALL);

    private SecretMask() {
    }

    public static String of(JsonNode secret) {
        if (!secret.isTextual() || !mayBeShown(secret.textValue())) {
            return WHOLE;
        }
        var text = secret.textValue();
        return text.substring(0, SHOWN) + "…" + text.substring(text.length() - SHOWN);
    }

    public static boolean isMask(JsonNode value) {
        return value.isTextual() && MASK.matcher(value.textValue()).matches();
    }

    /** Visible ASCII in one line: PEM keys begin and end alike. */
    private static boolean mayBeShown(String text) {
        return text.length() >= SHORTEST_SHOWN && text.chars().allMatch(c -> c > ' ' && c < 127)
                && !text.contains("PRIVATE KEY") && !text.startsWith("-----");
    }
}
