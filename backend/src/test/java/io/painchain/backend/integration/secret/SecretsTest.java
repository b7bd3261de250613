package io.painchain.backend.integration.secret;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static io.painchain.backend.Api.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.integration.IntegrationResourceTest;
import io.painchain.backend.integration.renewal.SecretRenewal;
import io.painchain.backend.security.Keyset;
import io.painchain.backend.security.SecretCipher;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class SecretsTest {

    private static final String TOKEN = "ghp_canary89abcdefghijklmnopqrstuva1b2";
    private static final String OTHER_TOKEN = "ghp_sparrow9abcdefghijklmnopqrstuvc3d4";

    @Inject
    DataSource database;
    @Inject
    DataFolder folder;
    @Inject
    SecretCipher cipher;
    @Inject
    SecretRenewal renewal;

    String tenant;
    String id;

    @BeforeEach
    void anIntegration() {
        tenant = Api.newTenant();
        Api.register("git", IntegrationResourceTest.SCHEMA);
        id = create(tenant, """
                {"type": "git", "name": "n", "config": {"token": "%s", "apiUrl": "https://git.acme.com/api/v3"}}
                """.formatted(TOKEN)).then().statusCode(201).extract().path("id");
    }

    @Test
    void standNowhereInClear() throws SQLException {
        // Given
        var logged = new ConcurrentLinkedQueue<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                logged.add(message.getMessage() + java.util.Arrays.toString(message.getParameters()) + message.getThrown());
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger.getLogger("").addHandler(handler);

        // When
        var answers = new ArrayList<String>();
        try {
            answers.add(create(tenant, """
                    {"type": "git", "name": "n", "config": {"token": "%s"}}
                    """.formatted(TOKEN)).asString());
            for (var patch : List.of(
                    "{\"config\": {\"token\": \"%s\"}}", "{\"config\": {\"token\": \"%s\", \"nope\": 1}}",
                    "{\"config\": {\"token\": [\"%s\"]}}", "{\"config\": {\"token\": {\"a\": \"%s\"}}}",
                    "{\"config\": {\"token\": \"%s\\u0000\"}}", "{\"config\": {\"tokn\": \"%s\"}}",
                    "{\"config\": {\"token\": \"" + "x".repeat(300) + "%s\"}}", "{\"config\": {\"token\": \"%s",
                    "{\"name\": \"\", \"config\": {\"token\": \"%s\"}}", "{\"config\": \"%s\"}",
                    "{\"config\": {\"pollInterval\": \"%s\"}}", "{\"config\": {\"apiUrl\": \"%s canary\"}}")) {
                answers.add(as(tenant).body(patch.formatted(TOKEN)).patch("/api/integrations/" + id).asString());
            }
            answers.add(as(tenant).get("/api/integrations").asString());
            answers.add(as(tenant).get("/q/openapi").asString());
            answers.add(as(tenant).get("/q/metrics").asString());
            answers.add(as(tenant).delete("/api/integrations/" + id).getHeaders().toString());
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }

        // Then
        assertThat(answers).isNotEmpty().allSatisfy(answer -> assertThat(answer).doesNotContain("canary"));
        assertThat(logged).isNotEmpty().allSatisfy(line -> assertThat(line).doesNotContain("canary"));
        assertThat(wholeDatabase()).hasSizeGreaterThan(10).allSatisfy(row -> assertThat(row)
                .doesNotContain("canary")
                .doesNotContain(HexFormat.of().formatHex("canary".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void areInClearForConnectorsAlone() {
        asConnector().get("/api/integrations/" + id).then().statusCode(200).body("config.token", equalTo(TOKEN));
        as(tenant).get("/api/integrations/" + id).then().body("config.token", equalTo("ghp_…a1b2"));
        as(tenant).header("Authorization", "Bearer wrong-key-wrong-key").get("/api/integrations/" + id).then()
                .statusCode(401).body("type", equalTo("/problems/unauthorized"));
    }

    @Test
    void stayWhereTheyAreSentAsTheirMask() {
        patch("{\"name\": \"renamed\", \"config\": {\"token\": \"ghp_…a1b2\", \"pollInterval\": 600}}").statusCode(200);

        asConnector().get("/api/integrations/" + id).then().body("config.token", equalTo(TOKEN))
                .body("config.pollInterval", equalTo(600));
    }

    @Test
    void areWantedAnewWhereTheirTargetChanges() {
        for (var body : List.of("{\"config\": {\"apiUrl\": \"https://evil.example/api/v3\"}}",
                "{\"config\": {\"apiUrl\": \"https://evil.example/api/v3\", \"token\": \"ghp_…a1b2\"}}",
                "{\"config\": {\"apiUrl\": null}}")) {
            patch(body).statusCode(400).body("errors.pointer", contains("/config/token"))
                    .body("errors[0].detail", containsString("/config/apiUrl"));
        }
        patch("""
                {"config": {"apiUrl": "https://new.acme.com/api/v3", "token": "%s"}}
                """.formatted(OTHER_TOKEN)).statusCode(200).body("config.token", equalTo("ghp_…c3d4"));
    }

    @Test
    void becomeSecretsWhereANewerSchemaSaysSo() throws SQLException {
        // Given
        var type = "late-" + tenant.substring(2, 10);
        Api.register(type, "{\"properties\": {\"password\": {\"type\": \"string\"}}}");
        var late = create(tenant, """
                {"type": "%s", "name": "n", "config": {"password": "nightingale-in-clear"}}
                """.formatted(type)).then().statusCode(201).body("config.password", equalTo("nightingale-in-clear"))
                .extract().<String> path("id");

        // When
        Api.register(type, "{\"properties\": {\"password\": {\"type\": \"string\", \"writeOnly\": true}}}");
        Api.register(type, "{\"properties\": {\"password\": {\"type\": \"string\"}}}");

        // Then
        as(tenant).get("/api/integrations/" + late).then().body("config.password", equalTo("nigh…lear"))
                .body("version", equalTo(1));
        asConnector().get("/api/integrations/" + late).then().body("config.password", equalTo("nightingale-in-clear"));
        assertThat(wholeDatabase()).allSatisfy(row -> assertThat(row).doesNotContain("nightingale"));
    }

    @Test
    void areEncryptedAnewWhenTheKeyIsExchanged() throws SQLException {
        // Given
        var before = ciphertext();

        // When
        exchange(keyset().withNewKey());
        exchange(keyset().withNewestKeyFirst());
        asConnector().get("/api/integrations/" + id).then().body("config.token", equalTo(TOKEN));
        renewal.renew();
        exchange(keyset().withPrimaryKeyOnly());

        // Then
        assertThat(ciphertext()).startsWith(cipher.currentPrefix()).isNotEqualTo(before);
        asConnector().get("/api/integrations/" + id).then().body("config.token", equalTo(TOKEN)).body("version", equalTo(1));
    }

    private ValidatableResponse patch(String body) {
        return as(tenant).body(body).patch("/api/integrations/" + id).then();
    }

    private Keyset keyset() {
        return Keyset.parse(folder.read("keyset").orElseThrow());
    }

    private void exchange(Keyset keyset) {
        folder.replace("keyset", keyset.toJson());
        cipher.reload();
    }

    private byte[] ciphertext() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select secrets from integration where id = ?::uuid")) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    private List<String> wholeDatabase() throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = database.getConnection();
                var tables = connection.getMetaData().getTables(null, "public", "%", new String[] { "TABLE" })) {
            while (tables.next()) {
                try (var query = connection.createStatement();
                        var row = query.executeQuery("select t::text from %s t".formatted(tables.getString("TABLE_NAME")))) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
            }
        }
        return rows;
    }
}
