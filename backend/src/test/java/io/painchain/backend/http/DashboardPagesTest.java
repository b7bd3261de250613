package io.painchain.backend.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class DashboardPagesTest {

    private static final String NAVIGATION = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(strings = { "/", "/integrations", "/integrations/0190?tenant=acme", "/no/such/view" })
    void showsThePageUnderTheAddressesOfItsViews(String path) {
        requireDashboard();
        browser().get(path).then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("<title>PainChain</title>"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/nope", "/q/nope", "/assets/nope.js", "/nope.php" })
    void showsNoPageWhereSomethingElseBelongs(String path) {
        browser().get(path).then().statusCode(404);
    }

    @Test
    void leavesThePagesToBrowsers() {
        given().accept("*/*").get("/integrations").then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/api/connectors/metadata", "/api/nope" })
    void allowsNothingThatIsNotItsOwn(String path) {
        given().get(path).then()
                .header("Content-Security-Policy", allOf(containsString("default-src 'none'"), not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void leavesTheDocumentationItsScripts() {
        given().get("/q/swagger-ui/").then().statusCode(200).header("Content-Security-Policy", (String) null);
    }

    @Test
    void sendsScriptsSmallAndForGood() {
        requireDashboard();
        var script = Pattern.compile("/assets/[^\"]+\\.js").matcher(browser().get("/").asString());
        assertThat(script.find()).isTrue();
        given().header("Accept-Encoding", "gzip").get(script.group()).then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    private static RequestSpecification browser() {
        return given().header("Accept", NAVIGATION);
    }

    /** With -DskipUi there is none. */
    private static void requireDashboard() {
        assumeTrue(DashboardPagesTest.class.getResource("/META-INF/resources/index.html") != null,
                "built without the dashboard");
    }
}
