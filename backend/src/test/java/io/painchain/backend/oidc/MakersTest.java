package io.painchain.backend.oidc;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.OpenStream;
import io.painchain.backend.access.Users;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** What somebody made may do no more than they may themselves, and goes with them. */
@QuarkusTest
@TestProfile(OidcMode.class)
class MakersTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String KEY = "{\"name\": \"mine\", \"role\": \"admin\"}";

    private final String tenant = Api.newTenant();
    private final String owner = Keys.create(tenant, "owner");
    private final String guest = "u" + UUID.randomUUID() + "@example.com";
    private SignedInBrowser maker;

    @BeforeEach
    void somebodyIsAnAdministrator() {
        maker = SignedInBrowser.as(Provider.newPerson("Ann", "ann@example.com", true));
        Users.join(tenant, maker.userId(), "admin");
        await().atMost(SOON).untilAsserted(() -> maker.api().get("/api/keys").then().statusCode(200));
    }

    @Test
    void aKeyMayDoWhatItsMakerStillMay() throws Exception {
        // Given
        String key = maker.api().body(KEY).post("/api/keys").then().statusCode(201).extract().path("key");
        String made = Keys.with(key).body(KEY).post("/api/keys").then().statusCode(201).extract().path("key");
        var stream = OpenStream.with(key);

        // When
        become("viewer");

        // Then
        await().atMost(SOON).untilAsserted(() -> {
            Keys.with(key).get("/api/keys").then().statusCode(403);
            Keys.with(made).get("/api/keys").then().statusCode(403);
        });
        await().atMost(SOON).until(stream::hasEnded);
        Keys.with(key).get("/api/me").then().statusCode(200).body("role", equalTo("viewer"));
        become("owner");
        await().atMost(SOON).untilAsserted(() -> Keys.with(key).get("/api/me").then().body("role", equalTo("admin")));
    }

    @Test
    void anInvitationIsGoodWhileItsMakerCouldMakeIt() {
        // Given
        var token = token(maker.api().body(invitation("member")).post("/api/invitations"));
        var somebody = SignedInBrowser.as(Provider.newPerson("Bob", guest, true));

        // When, Then
        become("viewer");
        accept(somebody, token).then().statusCode(404);
        Keys.with(owner).get("/api/invitations").then().statusCode(200).body("$", empty());
        become("admin");
        Keys.with(owner).get("/api/invitations").then().body("$", hasSize(1));
        Keys.with(owner).delete("/api/members/" + maker.userId()).then().statusCode(204);
        accept(somebody, token).then().statusCode(404);
        somebody.api().get("/api/me").then().body("role", equalTo("guest"));
    }

    @Test
    void anInvitationByAKeyIsItsMakers() {
        // Given
        String key = maker.api().body(KEY).post("/api/keys").then().statusCode(201).extract().path("key");
        var token = token(Keys.with(key).body(invitation("viewer")).post("/api/invitations"));
        var ofOperator = token(Keys.with(Keys.create(Keys.INSTALLATION, "operator")).header("x-tenant-id", tenant)
                .body(invitation("viewer")).post("/api/invitations"));
        var somebody = SignedInBrowser.as(Provider.newPerson("Bob", guest, true));

        // When
        Keys.with(owner).body("{\"suspended\": true}").patch("/api/members/" + maker.userId()).then().statusCode(200);

        // Then
        accept(somebody, token).then().statusCode(404);
        accept(somebody, ofOperator).then().statusCode(200);
    }

    private void become(String role) {
        Keys.with(owner).body("{\"role\": \"%s\"}".formatted(role)).patch("/api/members/" + maker.userId()).then()
                .statusCode(200);
    }

    private String invitation(String role) {
        return "{\"email\": \"%s\", \"role\": \"%s\"}".formatted(guest, role);
    }

    private static String token(Response created) {
        return created.then().statusCode(201).extract().path("token");
    }

    private static Response accept(SignedInBrowser browser, String token) {
        return browser.api().body("{\"token\": \"" + token + "\"}").post("/api/invitations/acceptance");
    }
}
