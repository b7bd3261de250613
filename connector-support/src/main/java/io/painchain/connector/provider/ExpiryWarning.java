package io.painchain.connector.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Says in time that a token is about to end. */
public final class ExpiryWarning {

    private static final Duration AHEAD = Duration.ofDays(14);

    private ExpiryWarning() {
    }

    /** Empty while the end is far away. */
    public static Optional<String> of(Instant end, Instant now) {
        return end.isBefore(now.plus(AHEAD)) ? Optional.of(sentence(end, now)) : Optional.empty();
    }

    private static String sentence(Instant end, Instant now) {
        long days = Duration.between(now, end).toDays();
        String when = end.isBefore(now) ? "expired"
                : days == 0 ? "expires within a day"
                        : days == 1 ? "expires in 1 day"
                                : "expires in " + days + " days";
        return "The token " + when + ", at " + end.truncatedTo(ChronoUnit.SECONDS) + ": make a new one and set it here";
    }
}
