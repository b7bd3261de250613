package io.painchain.backend.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.painchain.backend.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

/** Goes through every operation of the API's document with requests made from it. */
@QuarkusTest
@TestProfile(KeysMode.class)
class IsolationTest {

    private static final String NO_ID = IsolationCheck.NO_ID;

    private final SoftAssertions faults = new SoftAssertions();
    private List<ApiOperation> operations;
    private TenantWithEverything a;
    private String keyOfB;

    @BeforeEach
    void prepares() {
        operations = ApiOperation.all();
        a = new TenantWithEverything();
        keyOfB = Keys.create(Api.newTenant(), "owner");
        assertThat(operations).hasSizeGreaterThan(70);
    }

    @Test
    void nobodyGetsInWithoutAKey() {
        closed().forEach(operation -> {
            for (var key : new String[] { null, "pck_000000000000000000000000000000000000", "nonsense" }) {
                var request = given().contentType(ContentType.JSON);
                var answer = operation.call(key == null ? request : request.header("Authorization", "Bearer " + key),
                        a.ids.getOrDefault(operation.collection(), NO_ID), "");
                // many wrong keys from one address are refused more shortly
                faults.assertThat(answer.statusCode()).as("%s with %s", operation, key).isIn(key == null ? List.of(401)
                        : List.of(401, 429));
                faults.assertThat(answer.asString()).as("%s", operation).doesNotContain(a.word);
                faults.assertThat(answer.header(answer.statusCode() == 401 ? "WWW-Authenticate" : "Retry-After"))
                        .as("%s", operation).isNotNull();
            }
        });
        faults.assertAll();
    }

    @Test
    void noKeyOpensWhatIsAnothers() {
        new IsolationCheck(a, () -> Keys.with(keyOfB)).noIdOpensOrChangesAnything(403, 404);
    }

    @Test
    void noParameterOpensWhatIsAnothers() {
        new IsolationCheck(a, () -> Keys.with(keyOfB)).noParameterOpensAnything();
    }

    @Test
    void noAnswerTellsWhatAnotherDoes() {
        new IsolationCheck(a, () -> Keys.with(keyOfB)).noAnswerTellsOf(a::fill);
    }

    @Test
    void aHeaderThatNamesAnotherTenantIsRefused() {
        closed().forEach(operation -> {
            var answer = operation.call(Keys.with(keyOfB).header("x-tenant-id", a.tenant),
                    a.ids.getOrDefault(operation.collection(), NO_ID), "");
            faults.assertThat(answer.statusCode()).as("%s", operation).isEqualTo(403);
        });
        faults.assertAll();
    }

    @Test
    void noRoleDoesMoreThanItsOperations() {
        // Given
        var keys = Map.of(Role.VIEWER, Keys.create(a.tenant, "viewer"), Role.MEMBER, Keys.create(a.tenant, "member"),
                Role.OPERATOR, Keys.create(Keys.INSTALLATION, "operator"), Role.OWNER, a.owner);
        var before = a.state();

        // When, Then
        keys.forEach((role, key) -> closed().filter(operation -> !Operations.allows(role, operation.id()))
                .forEach(operation -> {
                    var answer = operation.call(Keys.with(key), a.ids.getOrDefault(operation.collection(), NO_ID), "");
                    faults.assertThat(answer.statusCode()).as("%s as %s", operation, role).isEqualTo(403);
                }));
        closed().filter(ApiOperation::changes).forEach(operation -> faults
                .assertThat(operation.call(Keys.with(keys.get(Role.VIEWER)),
                        a.ids.getOrDefault(operation.collection(), NO_ID), "").statusCode())
                .as("%s as a viewer", operation).isEqualTo(403));
        faults.assertAll();
        assertThat(a.state()).isEqualTo(before);
    }

    /** Grafana CVE-2026-21727: rows of a special tenant shown to all. */
    @Test
    void theSelfHostedTenantIsOneTenantAndNoWildcard() {
        // Given
        var ofSelfHosted = Keys.create(Keys.SELF_HOSTED, "owner");
        var word = "selfhosted" + System.nanoTime();
        Keys.with(ofSelfHosted).body(Drafts.byHand(word).toString()).post("/api/events").then().statusCode(201);

        // Then
        closed().filter(operation -> !operation.isStream() && !operation.changes()).forEach(operation -> faults
                .assertThat(operation.call(Keys.with(ofSelfHosted), a.ids.getOrDefault(operation.collection(), NO_ID), "")
                        .asString())
                .as("%s", operation).doesNotContain(a.word));
        faults.assertThat(Keys.with(keyOfB).get("/api/events?q=" + word).asString()).isEqualTo("[]");
        faults.assertThat(Keys.with(ofSelfHosted).get("/api/events?q=" + word).asString()).contains(word);
        for (var header : List.of("~", "*", "")) {
            faults.assertThat(Keys.with(keyOfB).header("x-tenant-id", header).get("/api/events").statusCode())
                    .as("x-tenant-id: %s", header).isEqualTo(400);
        }
        faults.assertThat(Keys.with(ofSelfHosted).header("x-tenant-id", a.tenant).get("/api/events").statusCode())
                .isEqualTo(403);
        faults.assertAll();
    }

    /** Grafana CVE-2024-1313: an object is deleted by its key alone. */
    @Test
    void nothingIsDeletedByItsIdAlone() {
        // Given
        var before = a.state();

        // When
        closed().filter(operation -> operation.method().equals("DELETE")).forEach(operation -> a.ids.values()
                .forEach(id -> faults.assertThat(operation.call(Keys.with(keyOfB), id, "").statusCode())
                        .as("%s of %s", operation, id).isIn(401, 403, 404)));

        // Then
        faults.assertAll();
        assertThat(a.state()).isEqualTo(before);
    }

    /** GitLab CVE-2023-7028: a list where a string belongs. */
    @Test
    void aListIsNoScalar() {
        closed().filter(operation -> operation.changes() && operation.body() != null).forEach(operation -> {
            var body = Drafts.json(operation.body());
            body.properties().stream().filter(member -> member.getValue().isValueNode()).forEach(member -> {
                var id = a.ids.getOrDefault(operation.collection(), NO_ID);
                var answer = operation.callWith(a.as(), id, withList(body, member.getKey()));
                faults.assertThat(answer.statusCode()).as("%s %s: %s", operation, member.getKey(), answer.asString())
                        .isEqualTo(400);
            });
        });
        faults.assertThat(Keys.with(keyOfB).header("x-tenant-id", "a").header("x-tenant-id", a.tenant).get("/api/me")
                .statusCode()).isEqualTo(400);
        faults.assertAll();
    }

    @Test
    void noStreamCarriesWhatIsAnothers() throws Exception {
        // Given
        var stream = OpenStream.with(keyOfB);

        // When
        a.as().body(Drafts.byHand(a.word).toString()).post("/api/events").then().statusCode(201);
        Keys.with(keyOfB).body(Drafts.byHand("our own").toString()).post("/api/events").then().statusCode(201);

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> stream.received().contains("our own"));
        assertThat(stream.received()).doesNotContain(a.word);
    }

    private java.util.stream.Stream<ApiOperation> closed() {
        return operations.stream().filter(operation -> !operation.isPublic());
    }

    private static String withList(JsonNode body, String member) {
        var changed = body.<com.fasterxml.jackson.databind.node.ObjectNode> deepCopy();
        changed.set(member, JsonNodeFactory.instance.arrayNode().add(body.get(member)).add(body.get(member)));
        return changed.toString();
    }
}
