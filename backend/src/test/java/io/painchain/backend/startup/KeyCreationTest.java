package io.painchain.backend.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.KeysMode;
import io.painchain.backend.process.StartupFailure;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(KeysMode.class)
class KeyCreationTest {

    @Test
    void makesTheFirstKeyOfATenant() {
        var key = created("--tenant", "acme", "--role", "owner", "--name", "ann");

        Keys.with(key).get("/api/me").then().statusCode(200).body("name", equalTo("ann"), "role", equalTo("owner"),
                "tenantId", equalTo("acme"));
    }

    @Test
    void makesOneOfTheSelfHostedTenantUnlessOneIsNamed() {
        Keys.with(created("--role", "viewer")).get("/api/me").then().body("tenantId", nullValue(), "role", equalTo("viewer"));
    }

    @Test
    void makesAConnectorsKey() {
        Api.register("keyed", "{\"type\": \"object\"}");
        var key = created("--role", "connector", "--type", "keyed");

        Keys.with(key).post("/api/connectors/keyed/tasks/lease?wait=0").then().statusCode(200);
        Keys.with(key).post("/api/connectors/othertype/tasks/lease?wait=0").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "--role", "--role king", "--tenant acme", "--role owner --tenant ~", "--role owner --tenant *",
            "--role connector", "--role owner --type github", "--role operator --tenant acme", "--role owner --role viewer",
            "--role owner --nonsense x" })
    void saysHowItIsUsed(String arguments) {
        assertThatThrownBy(() -> KeyCreation.of(arguments.isEmpty() ? List.of() : List.of(arguments.split(" "))))
                .isInstanceOf(StartupFailure.class).hasMessageContaining("Usage: create-key");
    }

    private static String created(String... arguments) {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        try (var captured = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            KeyCreation.of(List.of(arguments)).on(AuditVerifying.database());
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("pck_[0-9A-Za-z]{36}\\R");
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
