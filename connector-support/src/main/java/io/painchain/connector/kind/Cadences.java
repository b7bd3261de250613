package io.painchain.connector.kind;

import java.time.Duration;

/**
 * How often what is read, at the latest.
 *
 * @param resources pull requests, issues, pushes
 * @param releases all pages of the releases
 * @param sweep the sweep over the last 30 days
 * @param feed where the provider does not say how often the events feed may be asked for
 * @param wholeEvery of so many polls of a list that find nothing changed, one does not rely on its ETag
 */
public record Cadences(Duration resources, Duration releases, Duration feed, Duration sweep, int wholeEvery) {

    public static final Cadences USUAL = new Cadences(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofSeconds(60),
            Duration.ofHours(1), 60);

    private static final int SWEPT_AN_INTERVAL = 50;
    private static final int POLLED_AS_SET = 250;
    private static final Duration LONGEST_SWEEP = Duration.ofHours(24);

    /**
     * The same for an integration of so many repositories: only so many sweeps fit into an hour's quota, so that of more than a
     * hundred repositories each is swept more seldom, and of 500 or more fewer polls do without an ETag.
     */
    public Cadences among(int repositories) {
        Duration wanted = sweep.multipliedBy(Math.max(0, repositories - SWEPT_AN_INTERVAL)).dividedBy(SWEPT_AN_INTERVAL);
        Duration bound = wanted.compareTo(LONGEST_SWEEP) < 0 ? wanted : LONGEST_SWEEP;
        return new Cadences(resources, releases, feed, bound.compareTo(sweep) < 0 ? sweep : bound,
                wholeEvery * Math.max(1, repositories / POLLED_AS_SET));
    }
}
