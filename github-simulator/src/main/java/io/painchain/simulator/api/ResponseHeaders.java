package io.painchain.simulator.api;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.ApiVersion;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.http.Headers;
import io.painchain.simulator.http.HttpDate;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.limit.Quota;
import io.painchain.simulator.limit.RateResource;

/** The headers that GitHub sends with every answer. */
final class ResponseHeaders {

    private static final DateTimeFormatter EXPIRATION = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'");

    private final Clock clock;
    private volatile String enterprise;
    private final AtomicLong requests = new AtomicLong(0x2055762L);

    ResponseHeaders(Clock clock) {
        this.clock = clock;
    }

    void enterprise(String version) {
        enterprise = version;
    }

    void general(HttpResponse response, Inquiry inquiry) {
        set(response, "Server", "GitHub.com");
        set(response, "Date", HttpDate.of(clock.instant()));
        set(response, "Cache-Control", "private, max-age=60, s-maxage=60");
        set(response, "Vary", "Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With");
        set(response, "X-GitHub-Media-Type", "github.v3; format=json");
        set(response, "X-GitHub-Request-Id",
                "0683:13C8:" + Long.toHexString(requests.incrementAndGet()).toUpperCase(Locale.ROOT));
        String version = inquiry.header("X-GitHub-Api-Version");
        set(response, "X-GitHub-Api-Version-Selected", version == null ? ApiVersion.V2022.date() : version);
        if (enterprise != null) {
            set(response, "X-GitHub-Enterprise-Version", enterprise);
        }
        set(response, "X-Content-Type-Options", "nosniff");
        set(response, "Access-Control-Expose-Headers",
                "ETag, Link, Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, "
                        + "X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Poll-Interval, X-GitHub-SSO");
    }

    void quota(HttpResponse response, RateResource resource, Quota quota) {
        set(response, "X-RateLimit-Limit", Integer.toString(quota.limit()));
        set(response, "X-RateLimit-Remaining", Integer.toString(quota.remaining()));
        set(response, "X-RateLimit-Used", Integer.toString(quota.used()));
        set(response, "X-RateLimit-Reset", Long.toString(quota.resetAt().getEpochSecond()));
        set(response, "X-RateLimit-Resource", resource.wireName());
    }

    /** Classic tokens are told their scopes, fine-grained ones what the route needs. */
    void token(HttpResponse response, TokenGrant grant, Optional<Target> target) {
        if (grant.login() == null) {
            return;
        }
        if (grant.fineGrained()) {
            set(response, "X-Accepted-GitHub-Permissions",
                    target.filter(found -> found.permission() != null)
                            .map(found -> found.permission().wireName(found.writes())).orElse(""));
        } else {
            set(response, "X-OAuth-Scopes", "repo, workflow");
            set(response, "X-Accepted-OAuth-Scopes", "repo");
        }
        if (grant.expiresAt() != null && grant.installation() == 0) {
            set(response, "GitHub-Authentication-Token-Expiration",
                    EXPIRATION.format(grant.expiresAt().atOffset(ZoneOffset.UTC)));
        }
    }

    void feed(HttpResponse response, int pollInterval) {
        set(response, "X-Poll-Interval", Integer.toString(pollInterval));
    }

    /** What an answer says by itself stays. */
    private static void set(HttpResponse response, String name, String value) {
        Headers headers = response.headers();
        if (headers.get(name) == null) {
            headers.set(name, value);
        }
    }
}
