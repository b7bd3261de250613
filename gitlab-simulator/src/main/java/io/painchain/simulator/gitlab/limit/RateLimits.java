package io.painchain.simulator.gitlab.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts the requests of each user in periods that begin with the clock, as Rack::Attack does. */
public final class RateLimits {

    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();
    private LimitSettings settings;
    private Usage usage = Usage.NONE;

    /** What clients made of the limits. */
    public record Usage(int requests, int mostPerMinute, int refusals, int endpointRefusals) {

        private static final Usage NONE = new Usage(0, 0, 0, 0);
    }

    private static final class Window {

        private long number = -1;
        private int used;

        private int count(long current) {
            used = current == number ? used + 1 : 1;
            number = current;
            return used;
        }
    }

    public RateLimits(Clock clock, LimitSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    public synchronized LimitSettings settings() {
        return settings;
    }

    public synchronized void settings(LimitSettings changed) {
        settings = changed;
        windows.clear();
    }

    public synchronized Usage usage() {
        return usage;
    }

    public synchronized void forgetUsage() {
        usage = Usage.NONE;
    }

    /** Counts a request, whatever will be answered. */
    public synchronized Quota count(String user) {
        int inMinute = window(user + " minute").count(number(Duration.ofMinutes(1)));
        int used = window(user).count(number(settings.period()));
        Quota quota = new Quota(settings.most(), used, settings.period(), end(settings.period()));
        boolean refused = settings.enforced() && quota.exceeded();
        usage = new Usage(usage.requests() + 1, Math.max(usage.mostPerMinute(), inMinute),
                usage.refusals() + (refused ? 1 : 0), usage.endpointRefusals());
        return quota;
    }

    /** Counts a request to an endpoint; false where there were too many. */
    public synchronized boolean admits(String user, String route) {
        for (EndpointLimit limit : settings.endpoints()) {
            if (limit.route().equals(route)
                    && window(user + " " + route).count(number(limit.period())) > limit.most()) {
                usage = new Usage(usage.requests(), usage.mostPerMinute(), usage.refusals(), usage.endpointRefusals() + 1);
                return false;
            }
        }
        return true;
    }

    private Window window(String key) {
        return windows.computeIfAbsent(key, absent -> new Window());
    }

    private long number(Duration period) {
        return clock.instant().getEpochSecond() / period.toSeconds();
    }

    private Instant end(Duration period) {
        return Instant.ofEpochSecond((number(period) + 1) * period.toSeconds());
    }
}
