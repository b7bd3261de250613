package io.painchain.connector.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** {@code headers} hold each header's first value under its lower-case name. */
public record HttpAnswer(URI url, int status, Map<String, String> headers, byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The server's clock; empty where missing or unreadable. */
    public Optional<Instant> date() {
        return header("date").flatMap(HttpAnswer::parseDate);
    }

    /** The wait that {@code Retry-After} asks for, in seconds or until a date; empty where missing or unreadable. */
    public Optional<Duration> retryAfter(Instant now) {
        String text = header("retry-after").map(String::strip).orElse("");
        if (text.matches("\\d{1,9}(?:\\.\\d{1,9})?")) {
            return Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1_000)));
        }
        return parseDate(text).map(until -> Duration.between(date().orElse(now), until))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    /** @throws IllegalArgumentException where it is no address */
    public Optional<URI> next() {
        return header("link").flatMap(LinkHeader::next).map(url::resolve);
    }

    private static Optional<Instant> parseDate(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
