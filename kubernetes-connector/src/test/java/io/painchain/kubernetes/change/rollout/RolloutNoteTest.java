package io.painchain.kubernetes.change.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.painchain.kubernetes.mapping.Rollout.Cause;

class RolloutNoteTest {

    private static final Instant SECOND = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant THIRD = SECOND.plusSeconds(4);

    @Test
    void takesNoWorkloadForOlderThanARevisionWhoseTemplateItHas() {
        // Given
        var begun = RolloutNote.of(Map.of(), "u").standing(2, state("in_progress"), SECOND, Cause.UNKNOWN);

        // When the workload has its third template before that revision is told
        var ended = begun.standing(2, state("success"), THIRD, Cause.UNKNOWN);

        // Then
        assertThat(ended.lags(3, SECOND)).isTrue();
        assertThat(ended.lags(3, THIRD)).isFalse();
    }

    private static RolloutState state(String status) {
        return new RolloutState(status, SECOND, null, true);
    }
}
