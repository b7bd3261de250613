package io.painchain.backend.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A browser that goes through the provider's pages. */
final class SignedInBrowser {

    static final String COOKIE = "painchain-session";

    final Map<String, String> cookies = new HashMap<>();
    private Response last;

    /** Signs somebody in. */
    static SignedInBrowser as(String subject) {
        var browser = new SignedInBrowser();
        browser.finish(browser.begin(subject));
        assertThat(browser.cookies).containsKey(COOKIE);
        return browser;
    }

    /** @return where the provider sends the browser back to */
    String begin(String subject) {
        var page = get("/login").header("Location");
        assertThat(page).startsWith(Provider.issuer() + "/authorize?").contains("code_challenge_method=S256", "nonce=",
                "state=");
        return given().redirects().follow(false).urlEncodingEnabled(false)
                .get(page.replace("/authorize?", "/as?person=" + subject + "&")).header("Location");
    }

    Response finish(String callback) {
        return get(callback.substring(callback.indexOf("/login/callback")));
    }

    /** What the last page answered. */
    Response last() {
        return last;
    }

    private Response get(String path) {
        last = given().baseUri(home()).redirects().follow(false).urlEncodingEnabled(false).cookies(cookies)
                .get(path);
        last.getDetailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return last;
    }

    /** A call of the page to its own backend. */
    RequestSpecification api() {
        return given().baseUri(home()).contentType(ContentType.JSON).header("Origin", home())
                .cookies(cookies);
    }

    static String home() {
        return "http://127.0.0.1:" + RestAssured.port;
    }

    /** The session has ended, and its cookie goes. */
    static void isRefused(String session) {
        var answer = given().cookies(Map.of(COOKIE, session)).get("/api/me");
        answer.then().statusCode(401).contentType("application/problem+json");
        assertThat(answer.getHeaders().getValues("Set-Cookie")).anyMatch(cookie -> cookie.contains("Max-Age=0"));
    }

    String session() {
        return cookies.get(COOKIE);
    }

    String userId() {
        return api().get("/api/me").then().statusCode(200).extract().path("user.id");
    }
}
