package io.painchain.backend.connect;

import static io.painchain.backend.Api.asConnector;
import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.function.Supplier;

import io.painchain.backend.task.PlayedConnector;
import io.painchain.backend.task.PlayedConnector.Exchange;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A connector whose provider can be connected, played over HTTP. */
final class PlayedProvider {

    static final String ACCESS = "gho_planted0123456789abcdefghijklmnop";
    static final String REFRESH = "ghr_planted0123456789abcdefghijklmnop";
    static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String PAGE = "{\"ok\": true, \"output\": {\"step\": {\"kind\": \"page\", \"url\":"
            + " \"https://provider.example.com/authorize\"}, \"kept\": {\"keptSecret\": \"kept-0123456789\"}}}";

    final PlayedConnector connector = PlayedConnector.start();

    PlayedProvider() {
        asConnector().body("""
                {"id": "%s", "displayName": "Played", "configSchema": %s, "connect": [
                  {"id": "page", "kind": "page", "displayName": "A page", "description": "Goes there", "scopes": ["read"],
                   "inputs": [{"name": "organization", "label": "Organization", "required": false, "secret": false,
                     "multiline": false}]},
                  {"id": "form", "kind": "form", "displayName": "A form", "description": "Sends it"},
                  {"id": "code", "kind": "code", "displayName": "A code", "description": "Enters it"}]}
                """.formatted(type(), PlayedConnector.SCHEMA)).put("/api/connectors/" + type()).then().statusCode(204);
    }

    String type() {
        return connector.type;
    }

    /** As far as the provider's page. */
    Begun begin(RequestSpecification caller) {
        return begin(caller, "page", PAGE);
    }

    Begun begin(RequestSpecification caller, String way, String result) {
        var exchange = connector.answers(() -> caller.body("{\"type\": \"%s\", \"way\": \"%s\"}".formatted(type(), way))
                .post("/api/integrations/connect"), result);
        exchange.response().statusCode(201);
        return new Begun(exchange, handshake(exchange).get("state").toString(),
                exchange.response().extract().path("id"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> handshake(Exchange exchange) {
        return (Map<String, Object>) input(exchange).get("handshake");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> input(Exchange exchange) {
        return (Map<String, Object>) exchange.task().get("input");
    }

    /** What the browser does once the user agreed. */
    Supplier<Response> comesBack(RequestSpecification caller, String tenant, String state) {
        return () -> caller.redirects().follow(false).queryParam("state", state).queryParam("code", "c0de")
                .get("/a/%s/integrations/%s/callback/".formatted(tenant, type()));
    }

    Response answer(String tenant, String state) {
        return comesBack(given(), tenant, state).get();
    }

    Exchange agreed(String tenant, String state) {
        return connector.answers(comesBack(given(), tenant, state), granted("installation 4711", "2099-01-01T00:00:00Z"));
    }

    static String granted(String claim, String expiresAt) {
        return """
                {"ok": true, "output": {"connected": {"name": "Played (acme)", "config": {"token": "%1$s"}, "claim": "%3$s",
                 "exclusive": true, "grant": {"accessToken": "%1$s", "refreshToken": "%2$s", "expiresAt": "%4$s",
                 "scopes": ["read"], "account": "acme", "accountId": "42", "kept": {"clientSecret": "planted-client"}}}}}
                """.formatted(ACCESS, REFRESH, claim, expiresAt);
    }

    record Begun(Exchange exchange, String state, String flow) {
    }
}
