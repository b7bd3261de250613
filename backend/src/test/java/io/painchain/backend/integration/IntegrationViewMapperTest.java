package io.painchain.backend.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.IntegrationView;

class IntegrationViewMapperTest {

    private static final Instant ENABLED = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            ,     PT5M,      false
            ,     PT5M0.001S, true
            60,   PT5M0.001S, true
            300,  PT15M,     false
            300,  PT15M0.001S, true
            3600, PT3H,      false
            """)
    void isStaleAfterThreeIntervalsAndFiveMinutesAtTheEarliest(Integer interval, Duration later, boolean stale) {
        assertThat(view(integration(interval), never(), later).stale()).isEqualTo(stale);
        assertThat(view(integration(interval), reported(ENABLED.plusSeconds(600)), later.plusSeconds(600)).stale())
                .isEqualTo(stale);
    }

    @Test
    void isNotStaleWhileDisabledNorAtOnceAfterwards() {
        // Given
        var disabled = integration(60);
        disabled.enabled = false;
        var enabledAgain = integration(60);

        // Then
        assertThat(view(disabled, reported(ENABLED.minusSeconds(9_999)), Duration.ofDays(1)).stale()).isFalse();
        assertThat(view(enabledAgain, reported(ENABLED.minusSeconds(9_999)), Duration.ofMinutes(1)).stale()).isFalse();
    }

    @Test
    void doesNotCallACycleUnderWayThatNobodyHearsOf() {
        var begun = new SyncState(IntegrationStatus.ok, null, null, null, Map.of(), List.of(), ENABLED.plusSeconds(1),
                List.of(), 0);

        assertThat(view(integration(60), begun, Duration.ofMinutes(1)).syncing()).isTrue();
        assertThat(view(integration(60), begun, Duration.ofMinutes(6)).syncing()).isFalse();
    }

    private static IntegrationView view(Integration integration, SyncState sync, Duration later) {
        return IntegrationViewMapper.toView(integration, integration.config, sync, List.of(), ENABLED.plus(later));
    }

    private static SyncState never() {
        return new SyncState(IntegrationStatus.pending, null, null, null, Map.of(), List.of(), null, List.of(), 0);
    }

    private static SyncState reported(Instant at) {
        return new SyncState(IntegrationStatus.ok, at, at, null, Map.of(), List.of(), at, List.of(), 0);
    }

    private static Integration integration(Integer interval) {
        var integration = new Integration();
        integration.tenantId = "~";
        integration.id = new UUID(1, 1);
        var config = JsonNodeFactory.instance.objectNode();
        if (interval != null) {
            config.put("pollInterval", interval);
        }
        integration.config = config;
        integration.enabled = true;
        integration.enabledAt = ENABLED;
        integration.tags = List.of();
        return integration;
    }
}
