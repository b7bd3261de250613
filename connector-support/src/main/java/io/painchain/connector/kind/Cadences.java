package io.painchain.connector.kind;

import java.time.Duration;

/**
 * @param feed used where the provider names no interval
 * @param wholeEvery one of so many unchanged polls of a list ignores its ETag
 */
public record Cadences(Duration resources, Duration releases, Duration feed, Duration sweep, int wholeEvery) {

    public static final Cadences USUAL = new Cadences(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofSeconds(60),
            Duration.ofHours(1), 60);

    private static final int SWEPT_AN_INTERVAL = 50;
    private static final int POLLED_AS_SET = 250;
    private static final Duration LONGEST_SWEEP = Duration.ofHours(24);

    /** Sweeps share an hour's quota: beyond 100 repositories they come less often; from 500 on more polls use ETags. */
    public Cadences among(int repositories) {
        Duration wanted = sweep.multipliedBy(Math.max(0, repositories - SWEPT_AN_INTERVAL)).dividedBy(SWEPT_AN_INTERVAL);
        Duration bound = wanted.compareTo(LONGEST_SWEEP) < 0 ? wanted : LONGEST_SWEEP;
        return new Cadences(resources, releases, feed, bound.compareTo(sweep) < 0 ? sweep : bound,
                wholeEvery * Math.max(1, repositories / POLLED_AS_SET));
    }
}
