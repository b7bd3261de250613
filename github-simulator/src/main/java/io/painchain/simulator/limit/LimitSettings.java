package io.painchain.simulator.limit;

import java.time.Duration;

/** How much a token may ask. With {@code enforced} off, the secondary limits are counted and never answered. */
public record LimitSettings(int anonymousPerHour, int concurrent, int pointsPerMinute, boolean enforced,
        int secondaryStatus, Duration retryAfter) {

    public static LimitSettings likeGitHub() {
        return new LimitSettings(60, 100, 900, true, 403, Duration.ofSeconds(60));
    }

    public LimitSettings concurrent(int most) {
        return new LimitSettings(anonymousPerHour, most, pointsPerMinute, enforced, secondaryStatus, retryAfter);
    }

    public LimitSettings pointsPerMinute(int most) {
        return new LimitSettings(anonymousPerHour, concurrent, most, enforced, secondaryStatus, retryAfter);
    }

    public LimitSettings countedOnly() {
        return new LimitSettings(anonymousPerHour, concurrent, pointsPerMinute, false, secondaryStatus, retryAfter);
    }

    public LimitSettings answeredWith(int status, Duration wait) {
        return new LimitSettings(anonymousPerHour, concurrent, pointsPerMinute, enforced, status, wait);
    }
}
