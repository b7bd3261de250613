package io.painchain.simulator.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the headers of HTTP write them. */
public final class HttpDate {

    private HttpDate() {
    }

    public static String of(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)).replace("Z", "GMT")
                .replaceFirst(", (\\d) ", ", 0$1 ");
    }
}
