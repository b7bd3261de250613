package io.painchain.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TuningTest {

    private static final long GIB = 1024L * 1024 * 1024;

    @Test
    void givesTheServerAQuarterOfTheMemoryWithinBounds() {
        assertThat(Tuning.settings(4 * GIB)).containsEntry("shared_buffers", "1024MB");
        assertThat(Tuning.settings(256 * GIB)).containsEntry("shared_buffers", "2048MB");
        assertThat(Tuning.settings(GIB / 4)).containsEntry("shared_buffers", "128MB");
    }

    @Test
    void leavesDurabilityAlone() {
        assertThat(Tuning.settings(4 * GIB)).doesNotContainKeys("fsync", "synchronous_commit", "full_page_writes");
    }
}
