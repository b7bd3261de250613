package io.painchain.backend.savedview;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class SavedViewResourceTest {

    private final String tenant = Api.newTenant();

    @Test
    void keepsAViewWithItsVersions() {
        var created = create("{\"name\": \"Critical\", \"query\": \"connector=github&tag=critical&q=a%20b\"}");
        created.then().statusCode(201).header("ETag", "\"1\"").body("tenantId", equalTo(tenant),
                "query", equalTo("connector=github&tag=critical&q=a%20b"));
        var path = created.header("Location");
        Api.as(tenant).header("If-Match", "\"1\"").body("{\"query\": \"\"}").put(path).then().statusCode(200)
                .header("ETag", "\"2\"").body("name", equalTo("Critical"), "query", equalTo(""));
        Api.as(tenant).header("If-Match", "\"1\"").body("{\"name\": \"x\"}").patch(path).then().statusCode(412);
        Api.as(tenant).get("/api/views").then().statusCode(200).body("name", equalTo(List.of("Critical")));
        Api.as(tenant).delete(path).then().statusCode(204);
        Api.as(tenant).get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "a"}                        | /query
            {"query": ""}                        | /name
            {"name": "a", "query": "?a=b"}       | /query
            {"name": "a", "query": "a=b c"}      | /query
            {"name": "a", "query": "a=b#c"}      | /query
            {"name": "a", "query": {"a": "b"}}   | /query""")
    void namesAWrongField(String body, String pointer) {
        create(body).then().statusCode(400).body("type", equalTo("/problems/validation"),
                "errors.pointer", hasItem(pointer));
    }

    @Test
    void staysWithinTheTenant() {
        var path = create("{\"name\": \"ours\", \"query\": \"\"}").header("Location");
        var other = Api.newTenant();
        Api.as(other).get("/api/views").then().body("size()", equalTo(0));
        Api.as(other).get(path).then().statusCode(404);
        Api.as(other).body("{\"name\": \"theirs\"}").put(path).then().statusCode(404);
        Api.as(other).delete(path).then().statusCode(404);
        Api.as(tenant).get("/api/v1" + path.substring(path.indexOf("/views"))).then().statusCode(200);
    }

    private Response create(String body) {
        return Api.as(tenant).body(body).post("/api/views");
    }
}
