package io.painchain.simulator.gitlab.limit;

import java.time.Duration;
import java.util.List;

/**
 * How much a user may ask within a period. Without {@code headers} the answers of 200 say nothing of it; not
 * {@code enforced}, it is counted only.
 */
public record LimitSettings(boolean enforced, int most, Duration period, boolean headers, List<EndpointLimit> endpoints) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    public static LimitSettings likeGitLabCom() {
        return new LimitSettings(true, 2_000, MINUTE, true, List.of(
                new EndpointLimit("/projects", 2_000, MINUTE.multipliedBy(10)), new EndpointLimit("/projects/:id", 400, MINUTE),
                new EndpointLimit("/projects/:id/jobs", 600, MINUTE)));
    }

    /** A server of one's own where nobody switched the limits on. */
    public static LimitSettings none() {
        return new LimitSettings(false, 7_200, Duration.ofHours(1), false,
                List.of(new EndpointLimit("/projects/:id/jobs", 600, MINUTE)));
    }

    /** The same where somebody did. */
    public static LimitSettings selfManaged() {
        return new LimitSettings(true, 7_200, Duration.ofHours(1), true, none().endpoints());
    }

    public LimitSettings most(int requests, Duration within) {
        return new LimitSettings(true, requests, within, headers, endpoints);
    }

    public LimitSettings withHeaders(boolean shown) {
        return new LimitSettings(enforced, most, period, shown, endpoints);
    }

    /** Limits one endpoint, such as {@code /projects/:id/pipelines}, and no others. */
    public LimitSettings endpoint(String route, int requests) {
        return new LimitSettings(enforced, most, period, headers, List.of(new EndpointLimit(route, requests, MINUTE)));
    }
}
