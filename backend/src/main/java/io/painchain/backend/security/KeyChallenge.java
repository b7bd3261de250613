package io.painchain.backend.security;

import java.time.Duration;

import io.painchain.backend.problem.ProblemResponse;
import io.painchain.backend.problem.ProblemType;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * What a request is answered whose key is not valid: 401, or 429 where its address sends many of those, or 503 where that
 * cannot be told.
 */
public final class KeyChallenge {

    private static final String WAIT = "painchain.keys.wait";

    private static final String ABSENT = "painchain.keys.absent";
    private static final int PAUSE_SECONDS = 5;

    private KeyChallenge() {
    }

    /** @param wait zero for none */
    public static <T> Uni<T> refuse(RoutingContext context, Duration wait) {
        if (!wait.isZero()) {
            context.put(WAIT, seconds(wait));
        }
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    /** Nobody can tell whether it is valid. */
    public static <T> Uni<T> postpone(RoutingContext context, String why) {
        context.put(ABSENT, why);
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    public static Uni<Boolean> send(RoutingContext context, String detail) {
        Long wait = context.get(WAIT);
        String absent = context.get(ABSENT);
        if (absent != null) {
            context.response().putHeader("Retry-After", Integer.toString(PAUSE_SECONDS));
            ProblemResponse.send(context, ProblemType.UNAVAILABLE, absent);
        } else if (wait == null) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            ProblemResponse.send(context, ProblemType.UNAUTHORIZED, detail);
        } else {
            context.response().putHeader("Retry-After", wait.toString());
            ProblemResponse.send(context, ProblemType.RATE_LIMITED, tooMany(wait));
        }
        return Uni.createFrom().item(true);
    }

    public static String tooMany(long seconds) {
        return "Too many keys that are not valid came from this address; try again in " + seconds + " s.";
    }

    public static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
