package io.painchain.backend.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.StoredIntegrations;
import io.painchain.model.validation.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RejectedRepositoryTest {

    @Inject
    RejectedRepository rejected;

    @Inject
    StoredIntegrations integrations;

    IntegrationReference integration;

    @BeforeEach
    void anIntegration() {
        integration = integrations.any();
    }

    @Test
    void keepsTheSameRefusalOnceWithItsNewestErrors() {
        // Given
        keep(draft("one"), "must not be blank");

        // When
        keep(draft("one"), "must be one line");

        // Then
        assertThat(rejected.count(integration)).isOne();
        assertThat(rejected.list(integration, Optional.empty(), 10)).singleElement()
                .satisfies(view -> assertThat(view.errors()).containsExactly(new FieldError("/title", "must be one line")))
                .satisfies(view -> assertThat(view.raw()).isEqualTo(draft("one")));
    }

    @Test
    void keepsWhatPostgresqlCannotHoldAsText() {
        // Given
        var raw = draft("a\u0000b\ud800c é 🚀");

        // When
        keep(raw, "must not contain \u0000");

        // Then
        assertThat(rejected.list(integration, Optional.empty(), 10)).singleElement()
                .satisfies(view -> assertThat(view.raw()).isEqualTo(raw))
                .satisfies(view -> assertThat(view.errors().get(0).detail()).isEqualTo("must not contain \u0000"));
    }

    @Test
    void keepsDraftsThatNameNoIntegrationOnceToo() {
        // When
        QuarkusTransaction.requiringNew().run(() -> {
            rejected.keep(integration.tenantId(), null, List.of(refusal(draft("curl"), "no")));
            rejected.keep(integration.tenantId(), null, List.of(refusal(draft("curl"), "no")));
        });

        // Then
        assertThat(rejected.count(integration)).isZero();
        assertThat(rejected.countWithoutIntegration(integration.tenantId())).isOne();
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        // Given
        for (int i = 1; i <= 3; i++) {
            keep(draft("draft " + i), "no");
        }

        // When
        var first = rejected.list(integration, Optional.empty(), 2);
        var second = rejected.list(integration, Optional.of(UUID.fromString(first.get(1).id())), 2);

        // Then
        assertThat(first).extracting(view -> ((JsonNode) view.raw()).get("title").textValue())
                .containsExactly("draft 3", "draft 2");
        assertThat(second).extracting(view -> ((JsonNode) view.raw()).get("title").textValue()).containsExactly("draft 1");
    }

    @Test
    void removesWhatIsThereAndNothingOfAnotherIntegration() {
        // Given
        keep(draft("one"), "no");
        var id = UUID.fromString(rejected.list(integration, Optional.empty(), 1).get(0).id());
        var neighbour = integrations.of(integration.tenantId());

        // When
        boolean byNeighbour = QuarkusTransaction.requiringNew().call(() -> rejected.remove(neighbour, id));
        boolean byOwner = QuarkusTransaction.requiringNew().call(() -> rejected.remove(integration, id));

        // Then
        assertThat(byNeighbour).isFalse();
        assertThat(byOwner).isTrue();
        assertThat(rejected.find(integration, id)).isEmpty();
    }

    private void keep(JsonNode raw, String error) {
        QuarkusTransaction.requiringNew()
                .run(() -> rejected.keep(integration.tenantId(), integration.id(), List.of(refusal(raw, error))));
    }

    private static RejectedDraft refusal(JsonNode raw, String error) {
        return new RejectedDraft(raw, List.of(new FieldError("/title", error)));
    }

    private static JsonNode draft(String title) {
        return JsonNodeFactory.instance.objectNode().put("title", title);
    }
}
