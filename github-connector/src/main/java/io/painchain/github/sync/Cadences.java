package io.painchain.github.sync;

import java.time.Duration;

/**
 * How often what is read, at the latest.
 *
 * @param resources pull requests, issues, pushes
 * @param releases all pages of the releases
 * @param sweep the sweep over the last 30 days
 * @param feed where GitHub does not say how often the events feed may be asked for
 * @param wholeEvery of so many polls of a list that find nothing changed, one does not rely on its ETag
 */
public record Cadences(Duration resources, Duration releases, Duration feed, Duration sweep,
        int wholeEvery) {

    public static final Cadences USUAL = new Cadences(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofSeconds(60),
            Duration.ofHours(1), 60);
}
