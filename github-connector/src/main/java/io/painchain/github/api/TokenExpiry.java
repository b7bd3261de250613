package io.painchain.github.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

import io.painchain.connector.http.HttpAnswer;

/** The token's end from a response header: {@code 2021-10-07 19:07:53 UTC}, or with an offset. */
public final class TokenExpiry {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder().appendPattern("yyyy-MM-dd HH:mm:ss ")
            .appendOffset("+HHMM", "UTC").toFormatter(Locale.ROOT);

    private TokenExpiry() {
    }

    public static Optional<Instant> of(HttpAnswer answer) {
        return answer.header("github-authentication-token-expiration").flatMap(TokenExpiry::parse);
    }

    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip(), FORM).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
