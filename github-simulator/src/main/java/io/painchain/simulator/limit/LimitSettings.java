package io.painchain.simulator.limit;

import java.time.Duration;

/** How much a token may ask. With {@code enforced} off, the secondary limits are counted and never answered. */
public record LimitSettings(int anonymousPerHour, int concurrent, int pointsPerMinute, int graphQlPointsPerMinute,
        boolean enforced, int secondaryStatus, Duration retryAfter) {

    public static LimitSettings likeGitHub() {
        return new LimitSettings(60, 100, 900, 2_000, true, 403, Duration.ofSeconds(60));
    }

    public LimitSettings concurrent(int most) {
        return new LimitSettings(anonymousPerHour, most, pointsPerMinute, graphQlPointsPerMinute, enforced,
                secondaryStatus, retryAfter);
    }

    public LimitSettings pointsPerMinute(int most) {
        return new LimitSettings(anonymousPerHour, concurrent, most, graphQlPointsPerMinute, enforced,
                secondaryStatus, retryAfter);
    }

    public LimitSettings graphQlPointsPerMinute(int most) {
        return new LimitSettings(anonymousPerHour, concurrent, pointsPerMinute, most, enforced, secondaryStatus,
                retryAfter);
    }

    public LimitSettings countedOnly() {
        return new LimitSettings(anonymousPerHour, concurrent, pointsPerMinute, graphQlPointsPerMinute, false,
                secondaryStatus, retryAfter);
    }

    public LimitSettings answeredWith(int status, Duration wait) {
        return new LimitSettings(anonymousPerHour, concurrent, pointsPerMinute, graphQlPointsPerMinute, enforced,
                status, wait);
    }

    int pointsPerMinute(RateResource resource) {
        return resource == RateResource.GRAPHQL ? graphQlPointsPerMinute : pointsPerMinute;
    }
}
