package io.painchain.backend.integration.metric;

import static io.painchain.backend.Api.create;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.integration.IntegrationResourceTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class IntegrationGaugesTest {

    @Inject
    IntegrationGauges gauges;
    @Inject
    EntityManager entities;

    @Test
    void countsByStatusAndWhatIsStale() {
        // Given
        Api.register("git", IntegrationResourceTest.SCHEMA);
        gauges.count();
        double pending = gauge("painchain_integrations{status=\"pending\"}");
        double disabled = gauge("painchain_integrations{status=\"disabled\"}");
        double stale = gauge("painchain_integrations_stale");

        // When
        var tenant = Api.newTenant();
        create(tenant, IntegrationResourceTest.BODY).then().statusCode(201);
        create(tenant, IntegrationResourceTest.BODY.replaceFirst("}\\s*$", ", \"enabled\": false}")).then().statusCode(201);
        String old = create(tenant, IntegrationResourceTest.BODY).path("id");
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                "update integration set enabled_at = enabled_at - interval '901 seconds' where id = cast(:id as uuid)")
                .setParameter("id", old).executeUpdate());
        gauges.count();

        // Then
        assertThat(gauge("painchain_integrations{status=\"pending\"}")).isEqualTo(pending + 2);
        assertThat(gauge("painchain_integrations{status=\"disabled\"}")).isEqualTo(disabled + 1);
        assertThat(gauge("painchain_integrations_stale")).isEqualTo(stale + 1);
        assertThat(gauge("painchain_rejected_drafts")).isNotNegative();
        assertThat(gauge("painchain_integrations_secrets_outdated")).isZero();
    }

    private static double gauge(String name) {
        return given().get("/q/metrics").asString().lines().filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).findFirst().orElseThrow();
    }
}
