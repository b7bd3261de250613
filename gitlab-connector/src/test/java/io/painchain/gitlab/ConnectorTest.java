package io.painchain.gitlab;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.painchain.connector.process.ConnectorEnvironment;
import io.painchain.connector.process.ProcessSettings;
import io.painchain.gitlab.config.ConnectorSettings;
import io.quarkus.test.junit.QuarkusTest;

/** The application as it is packaged, before it has spoken to a backend. */
@QuarkusTest
class ConnectorTest {

    @Inject
    ConnectorEnvironment environment;

    @Inject
    ConnectorSettings.Environment own;

    @Test
    void isAliveAndNotReadyBeforeItKnowsTheBackend() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready").then().statusCode(503).body("status", equalTo("DOWN"));
    }

    @Test
    void showsItsMetrics() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @Test
    void hasNoDefaultForItsKey() {
        assertThat(environment.connectorKey()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> ProcessSettings.of(environment))
                .withMessageStartingWith("No connector key");
    }

    @Test
    void knowsGitLabsRulesByDefault() {
        assertThat(environment.pollingInterval()).isEqualTo("60");
        assertThat(own.requestsPerMinute()).isEqualTo(300);
        assertThat(own.sweepInterval()).isEqualTo(Duration.ofHours(24));
    }
}
