package io.painchain.connector.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.painchain.model.event.EventDraft;
import io.painchain.model.validation.Limits;

final class DraftLimits {

    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://(?![\\s/])[^\\p{Cc}\u2028-\u202E\u2066-\u2069]++");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");
    private static final int DIGEST_DIGITS = 16;

    private DraftLimits() {
    }

    public static EventDraft fit(EventDraft draft) {
        return new EventDraft(Text.fitLine(draft.title(), Limits.TITLE), draft.connector(),
                identifier(draft.project(), Limits.PROJECT), draft.timestamp(), draft.endTimestamp(),
                identifier(draft.externalId(), Limits.EXTERNAL_ID), draft.integrationId(), draft.asOf(), draft.type(),
                Text.fit(draft.description(), Limits.DESCRIPTION), Text.fitLine(draft.author(), Limits.AUTHOR),
                url(draft.url()),
                Text.fitLine(draft.status(), Limits.STATUS), tags(draft.tags()), identifier(draft.entity(), Limits.ENTITY),
                keys(draft.correlationKeys()), data(draft.data()));
    }

    private static String url(String url) {
        return url == null || url.length() > Limits.URL || !WEB_ADDRESS.matcher(url).matches() ? null : Text.clean(url);
    }

    private static List<String> tags(List<String> tags) {
        return tags.stream().filter(Objects::nonNull).map(tag -> Text.fitLine(tag, Limits.TAG)).filter(Objects::nonNull)
                .distinct().limit(Limits.TAGS).toList();
    }

    private static List<String> keys(List<String> keys) {
        return keys.stream().map(key -> identifier(key, Limits.CORRELATION_KEY)).distinct().limit(Limits.CORRELATION_KEYS)
                .toList();
    }

    private static Map<String, Object> data(Map<String, Object> data) {
        return DataLimits.fit(data);
    }

    /** A changed name gets a digest of the whole: two names must not become one. */
    private static String identifier(String text, int limit) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        String clean = Text.clean(text);
        boolean controls = Text.hasControls(clean);
        if (clean.length() <= limit && !controls) {
            return clean;
        }
        String shown = controls ? CONTROLS.matcher(clean).replaceAll("\uFFFD") : clean;
        return Text.shorten(shown, limit - DIGEST_DIGITS - 1) + "~" + digest(clean);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
