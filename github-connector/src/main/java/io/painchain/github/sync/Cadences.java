package io.painchain.github.sync;

import java.time.Duration;

/**
 * How often what is read, at the latest.
 *
 * @param resources pull requests, issues, pushes
 * @param releases all pages of the releases
 * @param sweep the sweep over the last 30 days
 * @param feed where GitHub does not say how often the events feed may be asked for
 */
public record Cadences(Duration resources, Duration releases, Duration feed, Duration sweep) {

    public static final Cadences USUAL = new Cadences(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofSeconds(60),
            Duration.ofHours(1));
}
