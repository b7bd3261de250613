package io.painchain.backend.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.KeysMode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** Connecting where callers prove who they are. */
@QuarkusTest
@TestProfile(KeysMode.class)
class ConnectKeysModeTest {

    private final String tenant = Api.newTenant();
    private PlayedProvider provider;

    @BeforeEach
    void aProvider() {
        provider = new PlayedProvider();
    }

    @Test
    void onlyWhoBeganGoesOn() {
        // Given
        var owner = Keys.create(tenant, "owner");
        var another = Keys.create(tenant, "admin");
        var begun = provider.begin(Keys.with(owner));

        // Then: another of the same tenant
        provider.comesBack(Keys.with(another), tenant, begun.state()).get().then().statusCode(400).body("why",
                equalTo("another"));
        Keys.with(another).get("/api/integrations/connect/" + begun.flow()).then().statusCode(404);
        assertThat(Keys.with(owner).get("/api/audit?kind=connection").jsonPath().getList("after.refused"))
                .contains("another");

        // When: who began it still may
        provider.connector.answers(provider.comesBack(Keys.with(owner), "~", begun.state()),
                PlayedProvider.granted("installation " + tenant, "2099-01-01T00:00:00Z")).response().statusCode(200)
                .body("state", equalTo("connected"));
    }

    @Test
    void theTeamInThePathOpensNoOtherTenant() {
        var stranger = Keys.create(Api.newTenant(), "owner");
        var viewer = Keys.create(tenant, "viewer");
        var base = "/a/%s/integrations/".formatted(tenant);

        for (var path : new String[] { base, base + provider.type() + "/repos/", base + provider.type() + "/sync/status/",
                base + provider.type() + "/callback/?state=" + "f".repeat(43) }) {
            RestAssured.given().get(path).then().statusCode(401);
            Keys.with(stranger).get(path).then().statusCode(403);
        }
        Keys.with(viewer).get(base).then().statusCode(200);
        Keys.with(viewer).body("{}").post(base + provider.type() + "/connect/").then().statusCode(403);
        Keys.with(stranger).delete(base + provider.type() + "/disconnect/").then().statusCode(403);
    }
}
