package io.painchain.connector.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

import io.painchain.connector.limit.Quota;

final class QuotaForecast {

    private static final Duration LOOK_BACK = Duration.ofMinutes(15);
    private static final Duration ENOUGH = Duration.ofSeconds(60);
    private static final int MOST = 100;

    /** @param exhaustedAt {@code null} where the quota lasts until the reset or that is unknown */
    record Outlook(Instant exhaustedAt, String sentence) {
    }

    private record Seen(Instant at, Quota quota) {
    }

    private final Deque<Seen> seen = new ArrayDeque<>();

    synchronized Outlook observe(Instant now, Quota quota) {
        if (!seen.isEmpty() && renewed(seen.getLast().quota(), quota)) {
            seen.clear();
        }
        seen.addLast(new Seen(now, quota));
        while (seen.size() > MOST || seen.size() > 2 && seen.getFirst().at().isBefore(now.minus(LOOK_BACK))) {
            seen.removeFirst();
        }
        return outlook(now, quota);
    }

    /** The hour is over, or the token has another allowance. */
    private static boolean renewed(Quota before, Quota now) {
        return now.limit() != before.limit() || now.remaining() > before.remaining()
                || Duration.between(before.resetAt(), now.resetAt()).abs().compareTo(ENOUGH) > 0;
    }

    private Outlook outlook(Instant now, Quota quota) {
        Seen first = seen.getFirst();
        Duration time = Duration.between(first.at(), now);
        if (time.compareTo(ENOUGH) < 0) {
            return new Outlook(null, "Too early to tell how long the quota lasts");
        }
        double perSecond = (first.quota().remaining() - quota.remaining()) / (time.toMillis() / 1_000.0);
        Instant end = perSecond <= 0 ? Instant.MAX : now.plusMillis((long) (quota.remaining() / perSecond * 1_000));
        if (!end.isBefore(quota.resetAt())) {
            return new Outlook(null, "At this rate the quota lasts until it is full again at " + seconds(quota.resetAt()));
        }
        return new Outlook(end, "At this rate the quota lasts until " + seconds(end) + "; it is full again at "
                + seconds(quota.resetAt()));
    }

    private static Instant seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
