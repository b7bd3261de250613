package io.painchain.backend.access;

import java.time.Duration;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.painchain.backend.notify.LiveBackends;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.KeyChallenge;
import io.painchain.backend.security.Role;

/** How many requests a tenant and a key may send. Each backend counts by itself, and lets its share through. */
@Singleton
class RequestLimits {

    /** Callers are not spread evenly over several backends. */
    private static final double UNEVEN = 1.2;
    /** Whoever is of no tenant counts alone; no tenant's name has a space. */
    private static final String GUEST = "guest ";

    private final LiveBackends backends;
    private final TokenBuckets tenants;
    private final TokenBuckets keys;

    /** Requests a second over all backends; 0 for no limit. */
    RequestLimits(LiveBackends backends,
            @ConfigProperty(name = "painchain.limits.tenant", defaultValue = "0") double tenantPerSecond,
            @ConfigProperty(name = "painchain.limits.key", defaultValue = "0") double keyPerSecond) {
        this.backends = backends;
        this.tenants = new TokenBuckets(() -> share(tenantPerSecond), System::nanoTime);
        this.keys = new TokenBuckets(() -> share(keyPerSecond), System::nanoTime);
    }

    private double share(double perSecond) {
        int count = backends.count();
        return count == 1 ? perSecond : perSecond / count * UNEVEN;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem rate-limited, with {@code Retry-After} */
    void take(String tenantId, Caller caller) {
        if (caller.keyId() != null) {
            require(keys.take(caller.keyId().toString()), "key");
        }
        if (caller.role() == Role.GUEST) {
            require(tenants.take(GUEST + (caller.userId() == null ? caller.name() : caller.userId())), "user");
        } else {
            require(tenants.take(tenantId), "tenant");
        }
    }

    private static void require(Duration wait, String whose) {
        if (!wait.isZero()) {
            long seconds = KeyChallenge.seconds(wait);
            throw ProblemType.RATE_LIMITED.builder("Too many requests of this " + whose + "; try again in " + seconds + " s.")
                    .withHeader("Retry-After", seconds).build();
        }
    }
}
