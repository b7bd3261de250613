package io.painchain.simulator.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.painchain.simulator.http.HttpListener;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Pause;
import io.painchain.simulator.http.Query;

/** The provider as a server on loopback. */
public final class OidcSimulator implements AutoCloseable {

    /** What its access tokens are for. */
    public static final String AUDIENCE = "painchain-api";

    private static final String CODE_CHALLENGE = "code_challenge";

    private final Map<String, OidcPerson> people = new ConcurrentHashMap<>();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final SigningKey key = new SigningKey();
    private final HttpListener listener;
    private final OidcTokens tokens;

    private OidcSimulator(Clock clock, int port) {
        listener = HttpListener.start("localhost", port, this::answer, new Pause());
        tokens = new OidcTokens(key, issuer(), clock);
    }

    private record Grant(OidcPerson person, Query asked, String sid) {
    }

    public static OidcSimulator start(Clock clock) {
        return new OidcSimulator(clock, 0);
    }

    public String issuer() {
        return listener.origin() + "/realm";
    }

    public OidcPerson add(OidcPerson person) {
        people.put(person.subject(), person);
        return person;
    }

    @Override
    public void close() {
        listener.close();
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (request.path().substring(request.path().lastIndexOf('/') + 1)) {
            case "openid-configuration" -> HttpResponse.json(200, SigningKey.json(discovery()));
            case "jwks" -> HttpResponse.json(200, SigningKey.json(key.published()));
            case "authorize" -> HttpResponse.html(200, page(request.query()));
            case "as" -> grant(request.query());
            case "token" -> token(Query.parse(request.text()));
            case "people" -> known(request);
            case "sign" ->
                HttpResponse.html(200, key.sign(request.query().get("typ", "JWT"), SigningKey.object(request.body())));
            case "end" -> redirect(request.query().get("post_logout_redirect_uri", issuer()));
            default -> HttpResponse.empty(404);
        };
    }

    /** For tests in another process, as is {@code sign}, which signs whatever they like. */
    private HttpResponse known(HttpRequest request) {
        var person = SigningKey.object(request.body());
        add(new OidcPerson((String) person.get("subject"), (String) person.get("name"), (String) person.get("email"),
                Boolean.TRUE.equals(person.get("isEmailVerified"))));
        return HttpResponse.empty(204);
    }

    private Map<String, Object> discovery() {
        return Map.of("issuer", issuer(), "authorization_endpoint", issuer() + "/authorize", "token_endpoint",
                issuer() + "/token", "jwks_uri", issuer() + "/jwks", "end_session_endpoint", issuer() + "/end",
                "response_types_supported", List.of("code"), "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"), "code_challenge_methods_supported",
                List.of("S256"), "backchannel_logout_supported", true);
    }

    private String page(Query query) {
        var page = new StringBuilder("<!doctype html><html lang=en><title>Provider</title><h1>Who are you?</h1><ul>");
        people.values().stream().sorted(java.util.Comparator.comparing(OidcPerson::name)).forEach(person -> page
                .append("<li><a href=\"as?").append(query.with("person", person.subject()).toString().replace("&", "&amp;"))
                .append("\">").append(person.name()).append("</a>"));
        return page.append("</ul></html>").toString();
    }

    private HttpResponse grant(Query query) {
        var person = people.get(query.get("person", ""));
        if (person == null || !query.get("code_challenge_method", "").equals("S256") || !query.has(CODE_CHALLENGE)) {
            return HttpResponse.html(400, "No such person, or no PKCE");
        }
        var code = UUID.randomUUID().toString();
        grants.put(code, new Grant(person, query, "sid-" + UUID.randomUUID()));
        var target = query.get("redirect_uri", "");
        return redirect(target + (target.contains("?") ? "&" : "?") + "code=" + code + "&state="
                + URLEncoder.encode(query.get("state", ""), StandardCharsets.UTF_8));
    }

    /** A code is good once, for the address and the browser that asked for it. */
    private HttpResponse token(Query form) {
        var grant = grants.remove(form.get("code", ""));
        if (grant == null || !grant.asked().get("redirect_uri", "").equals(form.get("redirect_uri", ""))
                || !SigningKey.challengeOf(form.get("code_verifier", "")).equals(grant.asked().get(CODE_CHALLENGE, "-"))) {
            return HttpResponse.json(400, "{\"error\": \"invalid_grant\"}");
        }
        var client = grant.asked().get("client_id", "");
        var nonce = grant.asked().has("nonce") ? grant.asked().get("nonce", "") : null;
        return HttpResponse.json(200, SigningKey.json(Map.of("id_token", tokens.id(grant.person(), client, nonce, grant.sid()),
                "access_token", tokens.access(grant.person(), AUDIENCE), "token_type", "Bearer", "expires_in", 300)))
                .with("Cache-Control", "no-store");
    }

    private static HttpResponse redirect(String target) {
        return HttpResponse.empty(302).with("Location", URI.create(target).toString());
    }
}
