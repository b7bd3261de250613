package io.painchain.backend.checkpoint;

import static io.painchain.model.event.CheckpointResult.Outcome.stale;
import static io.painchain.model.event.CheckpointResult.Outcome.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.StoredIntegrations;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.CheckpointResult;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CheckpointRepositoryTest {

    @Inject
    CheckpointRepository checkpoints;

    @Inject
    StoredIntegrations integrations;

    IntegrationReference integration;

    @BeforeEach
    void anIntegration() {
        integration = integrations.any();
    }

    @Test
    void storesTheFirstAndEachThatFollowsTheStoredVersion() {
        // Given
        assertThat(write(at(0, "one"))).containsExactly(new CheckpointResult("acme/api", stored, 1, null));

        // When
        var result = write(at(1, "two"));

        // Then
        assertThat(result).containsExactly(new CheckpointResult("acme/api", stored, 2, null));
        assertThat(checkpoints.list(integration)).containsExactly(at(2, "two"));
    }

    @Test
    void keepsWhatAnotherWroteMeanwhile() {
        // Given
        write(at(0, "one"));
        write(at(1, "another's"));

        // When
        var result = write(at(1, "mine"));

        // Then
        assertThat(result).containsExactly(new CheckpointResult("acme/api", stale, 2, Map.of("etag", "another's")));
        assertThat(checkpoints.list(integration)).containsExactly(at(2, "another's"));
    }

    @Test
    void callsAFirstWriteStaleWhereThereIsOneAndAFollowingOneWhereThereIsNone() {
        // Given
        write(at(0, "one"));

        // When
        var result = write(at(0, "again"), new Checkpoint("acme/web", 3, Map.of()));

        // Then
        assertThat(result).containsExactly(
                new CheckpointResult("acme/api", stale, 1, Map.of("etag", "one")),
                new CheckpointResult("acme/web", stale, 0, null));
    }

    private List<CheckpointResult> write(Checkpoint... written) {
        return QuarkusTransaction.requiringNew().call(() -> checkpoints.write(integration, List.of(written)));
    }

    private static Checkpoint at(long version, String etag) {
        return new Checkpoint("acme/api", version, Map.of("etag", etag));
    }
}
