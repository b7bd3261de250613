package io.painchain.simulator.admin.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.auth.Tokens;
import io.painchain.simulator.limit.LimitSettings;
import io.painchain.simulator.limit.RateLimits;
import io.painchain.simulator.limit.RateResource;

/** Tokens and what is left to them. */
public final class TokenAdmin {

    private final Tokens tokens;
    private final RateLimits limits;
    private final Clock clock;

    public TokenAdmin(Tokens tokens, RateLimits limits, Clock clock) {
        this.tokens = tokens;
        this.limits = limits;
        this.clock = clock;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "tokens", this::add),
                AdminRoute.of("DELETE", "tokens/*", this::revoke), AdminRoute.of("POST", "tokens/*/quota", this::leave),
                AdminRoute.of("POST", "limits", this::settings), AdminRoute.of("GET", "limits", this::usage));
    }

    /** Without permissions the token is a classic one. */
    private JsonNode add(AdminCall call) throws AdminException {
        Body body = call.body();
        TokenGrant grant = body.has("permissions")
                ? TokenGrant.fineGrained(body.required("token"), body.text("login", "alice"), Permissions.named(body, false))
                : TokenGrant.classic(body.required("token"), body.text("login", "alice"));
        if (body.has("repositories")) {
            grant = grant.limitedTo(body.texts("repositories").toArray(String[]::new));
        }
        if (body.has("withoutSso")) {
            grant = grant.withoutSso(body.texts("withoutSso").toArray(String[]::new));
        }
        grant = body.flag("readOnly", false) ? grant.readOnly() : grant.writing(Permissions.named(body, true));
        tokens.add(grant.expiresAt(body.time("expiresAt")).hourlyLimit(body.number("hourlyLimit", 5_000))
                .graphQlHourlyLimit(body.number("graphQlHourlyLimit", 5_000)));
        return Body.object().put("token", grant.token());
    }

    private JsonNode revoke(AdminCall call) {
        tokens.revoke(call.parameter(0));
        return Body.object();
    }

    private JsonNode leave(AdminCall call) throws AdminException {
        Body body = call.body();
        Instant resetAt = clock.instant().plusSeconds(body.number("resetInSeconds", 3_600));
        limits.leave(call.parameter(0), resource(body), body.number("limit", 5_000), body.number("remaining", 0), resetAt);
        return Body.object().put("resetAt", resetAt.toString());
    }

    private JsonNode settings(AdminCall call) {
        Body body = call.body();
        LimitSettings now = limits.settings();
        limits.settings(new LimitSettings(body.number("anonymousPerHour", now.anonymousPerHour()),
                body.number("concurrent", now.concurrent()), body.number("pointsPerMinute", now.pointsPerMinute()),
                body.number("graphQlPointsPerMinute", now.graphQlPointsPerMinute()), body.flag("enforced", now.enforced()),
                body.number("secondaryStatus", now.secondaryStatus()),
                Duration.ofSeconds(body.number("retryAfterSeconds", (int) now.retryAfter().toSeconds())),
                body.flag("limited", now.limited())));
        return body.json();
    }

    /** What each token made of its limits; tokens by their SHA-256. */
    private JsonNode usage(AdminCall call) {
        ObjectNode result = Body.object();
        ArrayNode shown = result.putArray("tokens");
        limits.usageByToken().forEach((token, usage) -> {
            ObjectNode node = shown.addObject().put("token", token.contains(":") ? token : Tokens.hash(token))
                    .put("requests", usage.requests()).put("mostConcurrent", usage.mostConcurrent())
                    .put("mostPointsPerMinute", usage.mostPointsPerMinute())
                    .put("mostGraphQlPointsPerMinute", usage.mostGraphQlPointsPerMinute())
                    .put("primaryRefusals", usage.primaryRefusals())
                    .put("secondaryViolations", usage.secondaryViolations());
            ObjectNode used = node.putObject("used");
            for (RateResource resource : RateResource.values()) {
                used.put(resource.wireName(), usage.used().getOrDefault(resource, 0));
            }
        });
        return result;
    }

    private static RateResource resource(Body body) throws AdminException {
        try {
            return RateResource.valueOf(body.text("resource", "core").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new AdminException(400, "The field resource is none of core, search, graphql");
        }
    }
}
