package io.painchain.backend.startup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.net.URL;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RehearsalTest {

    @Inject
    Rehearsal rehearsal;

    @TestHTTPResource
    URL address;

    @Test
    void storesAndReadsWithoutARefusal() throws IOException, InterruptedException {
        rehearsal.ask("http://127.0.0.1:" + address.getPort());

        given().header("x-tenant-id", "rehearsal").get("/api/timeline?limit=1&q=nothing+happened").then().statusCode(200)
                .body("total", is(500));
    }
}
