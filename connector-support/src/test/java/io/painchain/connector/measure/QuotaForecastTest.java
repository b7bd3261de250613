package io.painchain.connector.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.painchain.connector.limit.Quota;

class QuotaForecastTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant RESET = NOW.plusSeconds(3_000);

    private final QuotaForecast forecast = new QuotaForecast();

    private QuotaForecast.Outlook at(int second, int remaining, Instant reset) {
        return forecast.observe(NOW.plusSeconds(second), new Quota("core", 5_000, remaining, 5_000 - remaining, reset));
    }

    @Test
    void saysUntilWhenTheQuotaLasts() {
        at(0, 4_000, RESET);

        QuotaForecast.Outlook outlook = at(100, 3_600, RESET);

        assertThat(outlook.exhaustedAt()).isEqualTo(NOW.plusSeconds(1_000));
        assertThat(outlook.sentence())
                .isEqualTo("At this rate the quota lasts until 2026-03-02T09:16:40Z; it is full again at 2026-03-02T09:50:00Z");
    }

    @Test
    void saysThatTheQuotaLasts() {
        at(0, 4_000, RESET);

        assertThat(at(100, 3_990, RESET).exhaustedAt()).isNull();
        assertThat(at(200, 3_990, RESET).sentence()).contains("full again at 2026-03-02T09:50:00Z");
    }

    @Test
    void goesByTheLastQuarterOfAnHour() {
        at(0, 5_000, RESET);
        at(100, 2_000, RESET);
        at(1_000, 2_000, RESET);

        assertThat(at(1_101, 2_000, RESET).exhaustedAt()).isNull();
    }

    @Test
    void beginsAnewWithTheHour() {
        at(0, 4_000, RESET);
        at(2_990, 1_000, RESET);

        assertThat(at(3_010, 5_000, RESET.plusSeconds(3_600)).sentence()).startsWith("Too early");
    }
}
