package io.painchain.backend.fuzz;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.KeysMode;
import io.painchain.backend.access.Users;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** As every role, with keys that are none, and without one. More or others: {@code -Dfuzz.roles=10000 -Dfuzz.seed=7}. */
@QuarkusTest
@TestProfile(KeysMode.class)
class OddRequestsOfRolesTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.roles", 7_500);
    /** Wrong keys are few: an address that sends many has to wait. */
    private static final int OF_EACH_ROLE = 6;
    private static final List<String> WRONG = List.of("", "pck_000000000000000000000000000000000000",
            "eyJhbGciOiJub25lIn0.e30.");

    @Test
    void refusesWhateverIsWrongWithAProblem() throws Exception {
        // Given
        var document = new ObjectMapper().readTree(given().get("/q/openapi?format=json").asByteArray());
        var run = new OddRun(new OddRequests(document, known(), keys(), OddRun.SEED), REQUESTS);

        // Then
        run.isAnsweredWell();
        given().get("/q/health/live").then().statusCode(200);
    }

    private static List<String> keys() {
        var keys = new ArrayList<>(WRONG);
        for (var role : List.of("owner", "owner", "admin", "member", "viewer")) {
            keys.addAll(Collections.nCopies(OF_EACH_ROLE, Keys.create(OddRequests.TENANT, role)));
        }
        keys.addAll(Collections.nCopies(OF_EACH_ROLE, Keys.create(Keys.INSTALLATION, "operator")));
        keys.addAll(Collections.nCopies(OF_EACH_ROLE, Keys.create(Keys.INSTALLATION, "connector")));
        keys.addAll(Collections.nCopies(OF_EACH_ROLE, Api.CONNECTOR_KEY));
        return keys;
    }

    private static List<String> known() {
        Api.register("keyed",
                "{\"type\": \"object\", \"properties\": {\"token\": {\"type\": \"string\", \"writeOnly\": true}}}");
        var owner = Keys.create(OddRequests.TENANT, "owner");
        String integration = Keys.with(owner).body("""
                {"type": "keyed", "name": "odd", "config": {"token": "abc"}, "enabled": false}""").post("/api/integrations")
                .then().statusCode(201).extract().path("id");
        String event = Keys.with(owner).body(Drafts.byHand("odd").toString()).post("/api/events").then().statusCode(201)
                .extract().path("id");
        return List.of(integration, event, Users.member(OddRequests.TENANT, "Odd", "viewer"));
    }
}
