package io.painchain.simulator.gitlab.admin;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.gitlab.api.GitLabApi;
import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.api.auth.Tokens;
import io.painchain.simulator.gitlab.api.call.ServerTraits;
import io.painchain.simulator.gitlab.limit.LimitSettings;
import io.painchain.simulator.gitlab.limit.RateLimits;

/** Tokens, limits and the kind of server. */
final class AccessAdmin {

    private final Tokens tokens;
    private final RateLimits limits;
    private final GitLabApi api;

    AccessAdmin(Tokens tokens, RateLimits limits, GitLabApi api) {
        this.tokens = tokens;
        this.limits = limits;
        this.api = api;
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "tokens", this::add), AdminRoute.of("DELETE", "tokens/*", this::revoke),
                AdminRoute.of("POST", "limits", this::limits), AdminRoute.of("POST", "server", this::server),
                AdminRoute.of("GET", "routes", this::routesServed));
    }

    private JsonNode add(AdminCall call) throws AdminException {
        Body body = call.body();
        TokenGrant grant = TokenGrant.of(body.required("token"), body.text("user", "alice"))
                .level(body.number("level", TokenGrant.DEVELOPER));
        if (body.has("scopes")) {
            grant = grant.scopes(body.texts("scopes").toArray(String[]::new));
        }
        if (body.has("projects")) {
            grant = grant.projects(body.texts("projects").toArray(String[]::new));
        }
        tokens.add(grant.expiresAt(day(body.text("expiresAt", null))));
        return Body.object().put("user", grant.username());
    }

    private JsonNode revoke(AdminCall call) {
        tokens.revoke(call.parameter(0));
        return Body.object();
    }

    /** {@code like}: gitlab.com, self-managed or none; {@code endpoint} limits one route alone. */
    private JsonNode limits(AdminCall call) throws AdminException {
        Body body = call.body();
        LimitSettings settings = switch (body.text("like", "")) {
            case "gitlab.com" -> LimitSettings.likeGitLabCom();
            case "self-managed" -> LimitSettings.selfManaged();
            case "none" -> LimitSettings.none();
            default -> limits.settings();
        };
        if (body.has("most")) {
            settings = settings.most(body.number("most", 0), Duration.ofSeconds(body.number("seconds", 60)));
        }
        if (body.has("endpoint")) {
            settings = settings.endpoint(body.required("endpoint"), body.number("endpointMost", 0));
        }
        limits.settings(settings.withHeaders(body.flag("headers", settings.headers())));
        return body.json();
    }

    private JsonNode server(AdminCall call) {
        Body body = call.body();
        ServerTraits now = api.traits();
        ServerTraits changed = now.version(body.text("version", now.version()),
                body.flag("enterprise", now.enterpriseEdition())).linkOrigin(body.text("linkOrigin", now.linkOrigin()))
                .commitZone(ZoneOffset.of(body.text("commitZone", now.commitZone().getId())))
                .redirects(body.flag("redirects", now.redirects()))
                .counts(body.number("mostCounted", now.mostCounted()), body.number("mostOffset", now.mostOffset()))
                .graphQl(body.flag("graphQl", now.graphQl()), body.number("mostComplexity", now.mostComplexity()));
        api.traits(changed);
        return body.json();
    }

    private JsonNode routesServed(AdminCall call) {
        ObjectNode result = Body.object();
        ArrayNode routes = result.putArray("routes");
        api.patterns().forEach(routes::add);
        return result;
    }

    private static LocalDate day(String text) throws AdminException {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new AdminException(400, "The field expiresAt is not a day such as 2026-12-31");
        }
    }
}
