package io.painchain.backend.oidc;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;

import io.painchain.simulator.oidc.OidcSimulator;

/** The simulated provider, as tests ask it over HTTP. */
final class Provider {

    static final String CLIENT = "painchain";
    static final String FIRST_TENANT = "first-tenant";
    static final String STRANGER = "test.stranger";

    private Provider() {
    }

    static String issuer() {
        return ConfigProvider.getConfig().getValue("painchain.oidc.issuer", String.class);
    }

    static String stranger() {
        return ConfigProvider.getConfig().getValue(STRANGER, String.class);
    }

    /** @return the subject of somebody whom nobody knows yet */
    static String newPerson(String name, String email, boolean isEmailVerified) {
        var subject = "sub-" + UUID.randomUUID();
        person(subject, name, email, isEmailVerified);
        return subject;
    }

    static void person(String subject, String name, String email, boolean isEmailVerified) {
        given().contentType("application/json")
                .body(Map.of("subject", subject, "name", name, "email", email, "isEmailVerified", isEmailVerified))
                .post(issuer() + "/people").then().statusCode(204);
    }

    static String accessToken(String subject) {
        return sign(issuer(), "at+jwt", claims(subject, OidcSimulator.AUDIENCE));
    }

    static Map<String, Object> claims(String subject, String audience) {
        var now = Instant.now().getEpochSecond();
        var claims = new HashMap<String, Object>(Map.of("iss", issuer(), "sub", subject, "aud", audience, "iat", now, "exp",
                now + 300, "jti", UUID.randomUUID().toString()));
        return claims;
    }

    static Map<String, Object> logout(String subject, String sid) {
        var claims = claims(subject, CLIENT);
        claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        if (sid != null) {
            claims.put("sid", sid);
        }
        return claims;
    }

    /** @param at whose key signs */
    static String sign(String at, String type, Map<String, Object> claims) {
        return given().contentType("application/json").body(claims).post(at + "/sign?typ=" + type.replace("+", "%2B")).then()
                .statusCode(200).extract().asString();
    }
}
