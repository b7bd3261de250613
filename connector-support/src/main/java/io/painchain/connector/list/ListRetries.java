package io.painchain.connector.list;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Retries of lists that share a kind: no list waits for another's success. */
public final class ListRetries {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private record Failed(int times, Instant nextAt, String sentence) {
    }

    private final Map<String, Failed> failed = new HashMap<>();

    public Optional<String> waiting(String list, Instant now) {
        return Optional.ofNullable(failed.get(list)).filter(one -> now.isBefore(one.nextAt())).map(Failed::sentence);
    }

    public void failed(String list, Instant now, String sentence) {
        int times = failed.containsKey(list) ? failed.get(list).times() + 1 : 1;
        Duration wait = FIRST.multipliedBy(1L << Math.min(times - 1, 10));
        failed.put(list, new Failed(times, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait), sentence));
    }

    public void read(String list) {
        failed.remove(list);
    }

    /** {@code null}: none failed. */
    public Duration again(Instant now) {
        return failed.values().stream().map(one -> Duration.between(now, one.nextAt())).min(Duration::compareTo)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait).orElse(null);
    }
}
