package io.painchain.connector.detail;

import java.time.Duration;
import java.util.List;

/** Growing waits between retries, some three and a half days in all. */
final class RetryDelays {

    private static final List<Duration> AFTER = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(20),
            Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(8), Duration.ofDays(1), Duration.ofDays(2));

    static final int TRIES = AFTER.size() + 1;

    private RetryDelays() {
    }

    static Duration after(int tries) {
        return AFTER.get(Math.min(tries, AFTER.size()) - 1);
    }
}
