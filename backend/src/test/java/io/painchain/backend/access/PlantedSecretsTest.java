package io.painchain.backend.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.assertj.core.api.SoftAssertions;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.database.DatabaseScope;
import io.painchain.backend.database.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Secrets that go in by every way there is are looked for wherever something comes out or stays. */
@QuarkusTest
@TestProfile(KeysMode.class)
class PlantedSecretsTest {

    private static final String TOKEN = "planted-token-0f5a8c1e7b3d4926";
    private static final String HOOK = "planted-hook-9d2c4b6a8e1f0357";
    private static final String FAULTY = "planted-faulty-3c1b5a7988e6d4f2";
    private static final String ENDPOINT = "planted-endpoint-6b0e9d2f7a5c4813";

    private final Statements statements;
    private final DatabaseScope scope;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Handler handler = handler();
    private final SoftAssertions faults = new SoftAssertions();

    PlantedSecretsTest(Statements statements, DatabaseScope scope) {
        this.statements = statements;
        this.scope = scope;
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(handler);
    }

    @Test
    void noneIsFoundInAnswersMetricsLogsOrTheDatabase() {
        // Given
        var owner = Keys.create(Api.newTenant(), "owner");
        register();
        var id = Keys.with(owner).body("""
                {"type": "planted", "name": "p", "config": {"token": "%s", "hookToken": "%s"}}""".formatted(TOKEN, HOOK))
                .post("/api/integrations").then().statusCode(201).extract().<String> path("id");
        Keys.with(owner).body("{\"integration_id\": \"%s\", \"repository_id\": \"1\", \"secret\": \"%s\"}".formatted(id, HOOK))
                .post("/api/v1/webhooks/configs").then().statusCode(201);
        subscribe(owner);
        receiveDeliveries(id);
        fail(owner, id);
        askTheConnector(owner, id);

        // Then
        ApiOperation.all().stream().filter(operation -> !operation.changes() && !operation.isStream())
                .forEach(operation -> lookInto(operation.id(), operation.call(Keys.with(owner), id, "").asString()));
        var delivery = Keys.with(owner).get("/api/v1/webhooks/events").then().statusCode(200).extract();
        faults.assertThat(delivery.asString()).as("deliveries").contains("planted");
        lookInto("metrics", given().get("/q/metrics").asString());
        lookInto("the log", String.join("\n", log));
        faults.assertThat(log).as("lines of the log").isNotEmpty();
        scope.ofOwner(() -> lookIntoTheDatabase(owner));
        faults.assertAll();
    }

    private static void register() {
        Api.asConnector().body("""
                {"id": "planted", "displayName": "Planted", "configSchema": {"type": "object", "properties": {
                    "token": {"type": "string", "writeOnly": true}, "hookToken": {"type": "string", "writeOnly": true},
                    "size": {"type": "integer"}}},
                 "intake": {"verify": {"scheme": "token", "header": "X-Token"},
                    "names": {"delivery": ["X-Delivery"], "event": ["X-Event"], "hook": ["X-Hook-ID"]},
                    "target": {"repository": ["/repository"], "matches": []}, "secrets": ["/hookToken"]}}""")
                .put("/api/connectors/planted").then().statusCode(204);
    }

    /** What is made is shown once, to whoever made it. */
    private static void subscribe(String owner) {
        for (var body : List.of("{\"name\": \"chat\", \"target\": \"slack\", \"url\": \"https://hooks.slack.com/services/%s\"}",
                "{\"name\": \"notes\", \"target\": \"grafana\", \"url\": \"https://grafana.example.com\", \"secret\": \"%s\"}")) {
            Keys.with(owner).body(body.formatted(ENDPOINT)).post("/api/subscriptions").then().statusCode(201);
        }
    }

    /** The token goes along in a header, as GitLab sends it. */
    private static void receiveDeliveries(String id) {
        given().contentType("application/json").header("X-Token", HOOK).header("X-Delivery", "planted-1")
                .header("X-Event", "push").header("Authorization", "Bearer " + FAULTY).body("{\"repository\": \"acme/api\"}")
                .post("/api/webhooks/planted/" + id).then().statusCode(202);
        given().contentType("application/json").header("X-Token", FAULTY).header("X-Delivery", "planted-2")
                .body("{\"repository\": \"acme/api\"}").post("/api/webhooks/planted/" + id).then().statusCode(401);
    }

    private void fail(String owner, String id) {
        lookInto("a refusal", Keys.with(owner).body("{\"config\": {\"token\": \"%s\", \"size\": \"large\"}}".formatted(FAULTY))
                .patch("/api/integrations/" + id).then().statusCode(400).extract().asString());
        Keys.with("pck_" + FAULTY).get("/api/events").then().statusCode(401);
        given().header("Authorization", "Bearer " + FAULTY).get("/api/events?q=" + "x").then().statusCode(401);
        Keys.with(owner).body("{\"key\": \"%s\"}".formatted(FAULTY)).post("/api/session").then().statusCode(401);
    }

    /**
     * Only who leases a task gets what it needs in clear; what the connector says of a secret by mistake is another's affair.
     */
    private void askTheConnector(String owner, String id) {
        Keys.with(owner).body("{\"type\": \"planted\", \"config\": {\"token\": \"%s\"}}".formatted(TOKEN))
                .post("/api/integrations/test").then().statusCode(504);
        Keys.with(owner).post("/api/integrations/" + id + "/sync").then().statusCode(202);
        lookInto("tasks as its tenant sees them",
                Keys.with(owner).get("/api/tasks").then().statusCode(200).extract().asString());
    }

    private boolean lookIntoTheDatabase(String key) {
        var tables = statements.query(
                "select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace",
                List.of(), row -> row.text("name"));
        assertThat(tables).hasSizeGreaterThan(20);
        for (var secret : List.of(TOKEN, HOOK, FAULTY, ENDPOINT, key)) {
            var hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            tables.forEach(table -> faults.assertThat(statements.query(
                    "select count(*) as found from %s t where position(? in t::text) > 0 or position(? in t::text) > 0"
                            .formatted(table),
                    List.of(secret, hex), row -> row.number("found")).get(0)).as("%s in %s", secret, table).isZero());
        }
        return true;
    }

    private void lookInto(String where, String text) {
        faults.assertThat(text).as(where).doesNotContain(TOKEN, HOOK, FAULTY, ENDPOINT);
    }

    private Handler handler() {
        var formatter = new PatternFormatter("%s%e %X");
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(formatter.format(org.jboss.logmanager.ExtLogRecord.wrap(line)));
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
