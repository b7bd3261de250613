package io.painchain.simulator.connect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.api.auth.Installation;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.connect.Grants.Device;
import io.painchain.simulator.connect.Grants.Issued;
import io.painchain.simulator.connect.Manifests.Made;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Query;

/** What programs ask while they are connected. Refusals of OAuth come with status 200, as GitHub's do. */
final class ConnectApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Pattern CONVERSION = Pattern.compile("(?:/api/v3)?/app-manifests/([^/]+)/conversions");
    private static final Pattern APPLICATION = Pattern.compile("(?:/api/v3)?/applications/([^/]+)/(grant|token)");
    private static final Pattern INSTALLATION = Pattern.compile("(?:/api/v3)?/app/installations/([0-9]{1,18})");
    private static final Pattern MEMBERSHIP = Pattern.compile("(?:/api/v3)?/user/memberships/orgs/([^/]+)");
    private static final Pattern INSTALLATIONS = Pattern.compile("(?:/api/v3)?/user/installations");

    private final Connecting connecting;

    ConnectApi(Connecting connecting) {
        this.connecting = connecting;
    }

    Optional<HttpResponse> find(HttpRequest request) {
        String path = request.path();
        if (path.equals("/login/oauth/access_token")) {
            return Optional.of(token(Query.parse(request.text())));
        }
        if (path.equals("/login/device/code")) {
            return Optional.of(deviceCode(Query.parse(request.text())));
        }
        Matcher conversion = CONVERSION.matcher(path);
        if (conversion.matches()) {
            return Optional.of(convert(conversion.group(1)));
        }
        if (INSTALLATIONS.matcher(path).matches()) {
            return Optional.of(installations(request));
        }
        Matcher membership = MEMBERSHIP.matcher(path);
        if (membership.matches()) {
            return Optional.of(membership(request, membership.group(1)));
        }
        boolean deletes = request.method().equals("DELETE");
        Matcher application = APPLICATION.matcher(path);
        if (deletes && application.matches()) {
            return Optional.of(revoke(request, application.group(1), application.group(2).equals("grant")));
        }
        Matcher installation = INSTALLATION.matcher(path);
        return deletes && installation.matches() ? Optional.of(uninstall(request, Long.parseLong(installation.group(1))))
                : Optional.empty();
    }

    private HttpResponse token(Query sent) {
        Client client = connecting.client(sent.get("client_id", "")).orElse(null);
        String grant = sent.get("grant_type", "");
        boolean proven = client != null
                && (grant.equals(DEVICE) || client.secret() == null || client.secret().equals(sent.get("client_secret", "")));
        if (!proven) {
            return refusal("incorrect_client_credentials", "The client_id and/or client_secret passed are incorrect.");
        }
        if (grant.equals(DEVICE)) {
            String code = sent.get("device_code", "");
            Object outcome = connecting.grants().ofDevice(client, code);
            return outcome instanceof Issued issued ? tokens(issued)
                    : outcome.equals("slow_down") ? json(200, refused("slow_down", "Slow down.").put("interval",
                            connecting.grants().interval(code)))
                            : refusal(outcome.toString(), "The device code: " + outcome);
        }
        if (grant.equals("refresh_token")) {
            return connecting.grants().refresh(client, sent.get("refresh_token", "")).map(ConnectApi::tokens)
                    .orElseGet(() -> refusal("bad_refresh_token", "The refresh token passed is incorrect or expired."));
        }
        return connecting.grants().exchange(client, sent.get("code", ""), sent.get("redirect_uri", ""),
                sent.get("code_verifier", "")).map(ConnectApi::tokens)
                .orElseGet(() -> refusal("bad_verification_code", "The code passed is incorrect or expired."));
    }

    private static HttpResponse tokens(Issued issued) {
        ObjectNode node = JSON.createObjectNode().put("access_token", issued.token())
                .put("scope", issued.scope().replace(' ', ',')).put("token_type", "bearer");
        if (issued.refreshToken() != null) {
            node.put("expires_in", Grants.lifeInSeconds()).put("refresh_token", issued.refreshToken())
                    .put("refresh_token_expires_in", 15_897_600);
        }
        return json(200, node);
    }

    private HttpResponse deviceCode(Query sent) {
        Client client = connecting.client(sent.get("client_id", "")).orElse(null);
        if (client == null || !client.deviceFlow()) {
            return refusal(client == null ? "Not Found" : "device_flow_disabled", "Device Flow must be explicitly enabled.");
        }
        Device device = connecting.grants().device(client, sent.get("scope", ""));
        return json(200, JSON.createObjectNode().put("device_code", device.code()).put("user_code", device.userCode())
                .put("verification_uri", "https://github.com/login/device").put("expires_in", 900)
                .put("interval", device.interval()));
    }

    private HttpResponse convert(String code) {
        Made made = connecting.manifests().convert(code).orElse(null);
        if (made == null) {
            return ApiException.notFound().response();
        }
        connecting.register(made.client());
        return json(201, JSON.createObjectNode().put("id", made.app().id()).put("slug", made.app().slug())
                .put("name", made.manifest().path("name").asText()).put("client_id", made.app().clientId())
                .put("client_secret", made.secret()).put("webhook_secret", made.webhookSecret()).put("pem", made.pem()));
    }

    private Optional<Issued> user(HttpRequest request) {
        return connecting.grants()
                .find(request.headers().get("Authorization", "").replaceFirst("(?i)^(bearer|token) +", "").trim());
    }

    private HttpResponse membership(HttpRequest request, String organization) {
        return user(request).filter(one -> connecting.sees(one.login(), organization))
                .map(one -> json(200, JSON.createObjectNode().put("state", "active").put("role",
                        connecting.owns(one.login(), organization) ? "admin" : "member")))
                .orElseGet(() -> ApiException.notFound().response());
    }

    private HttpResponse installations(HttpRequest request) {
        Issued issued = user(request).filter(one -> one.client().app() != 0).orElse(null);
        if (issued == null) {
            return new ApiException(403, "You must authenticate with an access token authorized to a GitHub App in order to"
                    + " list installations").response();
        }
        List<Installation> seen = connecting.apps().find(issued.client().app()).map(app -> connecting.apps().of(app).stream()
                .filter(one -> connecting.sees(issued.login(), one.account())).toList()).orElse(List.of());
        ObjectNode node = JSON.createObjectNode().put("total_count", seen.size());
        var list = node.putArray("installations");
        seen.forEach(one -> list.add(shown(one)));
        return json(200, node);
    }

    private ObjectNode shown(Installation one) {
        ObjectNode node = JSON.createObjectNode().put("id", one.id()).put("app_id", one.app().id())
                .put("app_slug", one.app().slug()).put("repository_selection", one.selection());
        var account = connecting.world().organization(one.account());
        node.putObject("account").put("id", account.id()).put("login", account.login());
        ObjectNode permissions = node.putObject("permissions");
        one.reads().forEach(permission -> permissions.put(permission.key(),
                one.writes().contains(permission) ? "write" : "read"));
        return node;
    }

    private HttpResponse revoke(HttpRequest request, String id, boolean all) {
        Client client = connecting.client(id).orElse(null);
        String basic = client == null ? ""
                : Base64.getEncoder()
                        .encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));
        if (client == null || !request.headers().get("Authorization", "").equals("Basic " + basic)) {
            return ApiException.notFound().response();
        }
        return connecting.grants().revoke(client, body(request).path("access_token").asText(), all) ? HttpResponse.empty(204)
                : new ApiException(422, "Validation Failed").response();
    }

    private HttpResponse uninstall(HttpRequest request, long id) {
        try {
            var app = connecting.apps().identify(request.headers());
            connecting.apps().installation(id).filter(one -> one.app().id() == app.id())
                    .orElseThrow(ApiException::notFound);
            connecting.apps().uninstall(id);
            return HttpResponse.empty(204);
        } catch (ApiException refused) {
            return refused.response();
        }
    }

    private static JsonNode body(HttpRequest request) {
        try {
            return JSON.readTree(request.text());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static HttpResponse refusal(String error, String description) {
        return json(200, refused(error, description));
    }

    private static ObjectNode refused(String error, String description) {
        return JSON.createObjectNode().put("error", error).put("error_description", description);
    }

    private static HttpResponse json(int status, ObjectNode node) {
        return HttpResponse.json(status, node.toString());
    }
}
