package io.painchain.backend.sync.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.sync.status.StatusRepository.Cycles;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.IntegrationView;

class SyncStatusMapperTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            true,  pending,  false, false, pending,  ,
            true,  pending,  false, true,  syncing,  ,
            true,  ok,       false, false, complete, ,
            true,  ok,       true,  false, error,    No word from its connector
            true,  degraded, false, false, error,    0 of 0 cannot be read
            true,  error,    false, false, error,    ,
            false, error,    false, false, disabled, ,
            """)
    void isOneWordWithItsReason(boolean enabled, IntegrationStatus status, boolean stale, boolean syncing, String expected,
            String reason) {
        var integration = new IntegrationView("i", null, "git", "Production", Map.of(), List.of(), enabled, 1, Instant.EPOCH,
                Instant.EPOCH, status, stale, syncing, null, null, 0, List.of(), Map.of());

        var view = SyncStatusMapper.toView(integration, new Cycles(2, 1), Map.of(), Instant.EPOCH);

        assertThat(view.status()).hasToString(expected);
        if (reason == null) {
            assertThat(view.reason()).isNull();
        } else {
            assertThat(view.reason()).startsWith(reason);
        }
    }
}
