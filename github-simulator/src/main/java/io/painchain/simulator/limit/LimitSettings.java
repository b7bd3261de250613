package io.painchain.simulator.limit;

import java.time.Duration;

/**
 * How much a token may ask. With {@code enforced} off, the secondary limits are counted and never answered;
 * with {@code limited} off there are none at all, as on Enterprise servers where nobody switched them on.
 */
public record LimitSettings(int anonymousPerHour, int concurrent, int pointsPerMinute, int graphQlPointsPerMinute,
        boolean enforced, int secondaryStatus, Duration retryAfter, boolean limited) {

    public static LimitSettings likeGitHub() {
        return new LimitSettings(60, 100, 900, 2_000, true, 403, Duration.ofSeconds(60), true);
    }

    public static LimitSettings none() {
        LimitSettings usual = likeGitHub();
        return new LimitSettings(usual.anonymousPerHour, usual.concurrent, usual.pointsPerMinute,
                usual.graphQlPointsPerMinute, false, usual.secondaryStatus, usual.retryAfter, false);
    }

    public LimitSettings concurrent(int most) {
        return new LimitSettings(anonymousPerHour, most, pointsPerMinute, graphQlPointsPerMinute, enforced,
                secondaryStatus, retryAfter, limited);
    }

    public LimitSettings pointsPerMinute(int most) {
        return new LimitSettings(anonymousPerHour, concurrent, most, graphQlPointsPerMinute, enforced,
                secondaryStatus, retryAfter, limited);
    }

    public LimitSettings graphQlPointsPerMinute(int most) {
        return new LimitSettings(anonymousPerHour, concurrent, pointsPerMinute, most, enforced, secondaryStatus,
                retryAfter, limited);
    }

    public LimitSettings countedOnly() {
        return new LimitSettings(anonymousPerHour, concurrent, pointsPerMinute, graphQlPointsPerMinute, false,
                secondaryStatus, retryAfter, limited);
    }

    public LimitSettings answeredWith(int status, Duration wait) {
        return new LimitSettings(anonymousPerHour, concurrent, pointsPerMinute, graphQlPointsPerMinute, enforced,
                status, wait, limited);
    }

    int pointsPerMinute(RateResource resource) {
        return resource == RateResource.GRAPHQL ? graphQlPointsPerMinute : pointsPerMinute;
    }
}
