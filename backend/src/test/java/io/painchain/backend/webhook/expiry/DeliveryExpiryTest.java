package io.painchain.backend.webhook.expiry;

import static io.painchain.backend.webhook.WebhookSender.payload;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.webhook.BodyPartitions;
import io.painchain.backend.webhook.StoredDeliveries;
import io.painchain.backend.webhook.StoredDeliveries.Stored;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DeliveryExpiryTest {

    @Inject
    StoredDeliveries stored;
    @Inject
    DeliveryExpiry expiry;
    @Inject
    DeliveryExpiryRepository repository;
    @Inject
    BodyPartitions partitions;
    @Inject
    RepeatedTransaction transaction;

    WebhookSender sender;
    String integration;

    @BeforeEach
    void aDelivery() {
        sender = WebhookSender.signing();
        integration = sender.integration(Api.newTenant(), "acme/api");
        sender.send("d-1", payload("acme/api")).statusCode(202);
    }

    @Test
    void keepsRowsFor30Days() {
        stored.receivedDaysAgo(integration, 29);
        expiry.remove();
        assertThat(stored.of(integration)).hasSize(1);

        stored.receivedDaysAgo(integration, 2);
        expiry.remove();
        assertThat(stored.of(integration)).isEmpty();
    }

    @Test
    void dropsBodiesByDay() {
        var old = LocalDate.of(2020, 2, 29);
        partitions.ensure(old);

        expiry.remove();

        List<LocalDate> days = transaction.call(repository::partitions);
        assertThat(days).isNotEmpty().doesNotContain(old);
    }

    @Test
    void removesTheOldestBodiesOfATenantThatKeepsTooMuch() {
        var beyond = transaction.call(() -> repository.beyond(1)).stream()
                .filter(one -> one.tenantId().equals(stored.of(integration).get(0).tenantId())).toList();
        assertThat(beyond).hasSize(1);

        transaction.call(() -> repository.removeBodies(beyond.get(0)));

        assertThat(stored.of(integration)).singleElement().extracting(Stored::body).isNull();
        assertThat(sender.send("d-1", payload("acme/api")).statusCode(202).extract().<String> path("status"))
                .as("the row goes on keeping out what comes again").isEqualTo("duplicate");
    }
}
