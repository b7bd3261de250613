package io.painchain.backend.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.event.Drafts;
import io.quarkus.test.junit.QuarkusTest;

/** As {@link IsolationTest}, where {@code x-tenant-id} is taken as it comes. */
@QuarkusTest
class OpenModeIsolationTest {

    private final String b = Api.newTenant();
    private TenantWithEverything a;
    private IsolationCheck check;

    @BeforeEach
    void prepares() {
        a = TenantWithEverything.inOpenMode();
        check = new IsolationCheck(a, () -> Api.as(b));
    }

    /** 401: a connector's; 409: there are neither keys nor operators. */
    @Test
    void noIdOpensWhatIsAnothers() {
        check.noIdOpensOrChangesAnything(401, 404, 409);
    }

    @Test
    void noParameterOpensWhatIsAnothers() {
        check.noParameterOpensAnything();
    }

    @Test
    void noAnswerTellsWhatAnotherDoes() {
        check.noAnswerTellsOf(a::fill);
    }

    @Test
    void theSelfHostedTenantSeesNoOthers() {
        assertThat(Api.as(b).get("/api/events").asString()).isEqualTo("[]");
        for (var path : new String[] { "/api/events?q=" + a.word, "/api/integrations", "/api/teams", "/api/views", "/api/tags",
                "/api/projects" }) {
            assertThat(io.restassured.RestAssured.given().get(path).then().statusCode(200).extract().asString())
                    .as(path).doesNotContain(a.word);
        }
    }

    @Test
    void noStreamCarriesWhatIsAnothers() throws Exception {
        // Given
        var stream = OpenStream.withHeader("x-tenant-id", b);

        // When
        a.as().body(Drafts.byHand(a.word).toString()).post("/api/events").then().statusCode(201);
        Api.as(b).body(Drafts.byHand("our own").toString()).post("/api/events").then().statusCode(201);

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> stream.received().contains("our own"));
        assertThat(stream.received()).doesNotContain(a.word);
    }
}
