package io.painchain.simulator.kubernetes.admin;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.kubernetes.api.KubernetesApi;
import io.painchain.simulator.kubernetes.api.WatchFault;
import io.painchain.simulator.kubernetes.api.auth.TokenGrant;
import io.painchain.simulator.kubernetes.api.auth.Tokens;
import io.painchain.simulator.kubernetes.store.ResourceType;
import io.painchain.simulator.kubernetes.store.Store;

/** Tokens and their rights, the server's version, what it forgets, and what befalls open watches. */
final class ServerAdmin {

    private final Store store;
    private final Tokens tokens;
    private final KubernetesApi api;

    ServerAdmin(Store store, Tokens tokens, KubernetesApi api) {
        this.store = store;
        this.tokens = tokens;
        this.api = api;
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "tokens", this::token), AdminRoute.of("DELETE", "tokens/*", this::revoke),
                AdminRoute.of("POST", "server", this::server), AdminRoute.of("POST", "forget", this::forget),
                AdminRoute.of("GET", "watches", this::watches), AdminRoute.of("POST", "watches", this::meet));
    }

    /** {@code denied}, {@code namespaces}, {@code verbs}, {@code expiresAt}; a token that there is gets these rights. */
    private JsonNode token(AdminCall call) throws AdminException {
        Body body = call.body();
        TokenGrant grant = TokenGrant.of(body.required("token")).expiresAt(body.time("expiresAt"))
                .denied(names(body, "denied"));
        if (body.has("namespaces")) {
            grant = grant.namespaces(names(body, "namespaces"));
        }
        if (body.has("verbs")) {
            grant = grant.verbs(names(body, "verbs"));
        }
        tokens.add(grant);
        return Body.object().put("user", grant.user());
    }

    private JsonNode revoke(AdminCall call) {
        tokens.revoke(call.parameter(0));
        return Body.object();
    }

    private JsonNode server(AdminCall call) {
        Body body = call.body();
        if (body.has("version")) {
            api.version(body.text("version", ""));
        }
        if (body.has("staleGroups")) {
            api.staleGroups(new HashSet<>(body.texts("staleGroups")));
        }
        return body.json();
    }

    /** Changes so far of one {@code resource} or of all, or {@code pages} that wait for their continuation. */
    private JsonNode forget(AdminCall call) throws AdminException {
        Body body = call.body();
        if (body.flag("pages", false)) {
            api.forgetPages();
        } else {
            String resource = body.text("resource", "*");
            ResourceType type = store.types().named(resource).orElse(null);
            if (type == null && !resource.equals("*")) {
                throw new AdminException(404, "There is no resource " + resource);
            }
            store.forget(type);
        }
        return Body.object().put("revision", store.revision());
    }

    private JsonNode watches(AdminCall call) {
        return Body.object().put("open", api.watches().open(call.query().get("resource", "*")));
    }

    /** {@code do}: cut, close, end, silence, expire or none. */
    private JsonNode meet(AdminCall call) throws AdminException {
        String what = call.body().required("do").toUpperCase(Locale.ROOT);
        try {
            return Body.object().put("met",
                    api.watches().meet(call.body().text("resource", "*"), WatchFault.valueOf(what)));
        } catch (IllegalArgumentException e) {
            throw new AdminException(400, "The field do is none of cut, close, end, silence, expire, none");
        }
    }

    private static String[] names(Body body, String field) {
        return body.texts(field).toArray(String[]::new);
    }
}
