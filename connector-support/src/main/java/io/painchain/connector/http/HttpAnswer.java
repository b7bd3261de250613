package io.painchain.connector.http;

import java.net.URI;
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
