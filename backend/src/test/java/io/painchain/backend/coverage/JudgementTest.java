package io.painchain.backend.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.coverage.CoverageView.Verdict;
import io.painchain.model.integration.Coverage;

class JudgementTest {

    private static final String DAY = "2026-11-20T";
    private static final Instant NOW = at("12:00");

    /** The window is 08:00 to 10:00, now is 12:00. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # covered from, to, verified, gap from, gap to, verdict, sentence
            06:00, 11:00, 11:00, -,     -,     complete, complete
            08:00, 10:00, 10:00, -,     -,     complete, complete
            06:00, 09:56, 11:00, -,     -,     late,     late by 4 min
            06:00, 11:00, 09:56, -,     -,     late,     late by 4 min
            06:00, 07:00, 07:00, -,     -,     late,     late by 3 h
            09:00, 11:00, 11:00, -,     -,     gap,      gap from 2026-11-20T08:00:00Z to 2026-11-20T09:00:00Z: nothing before 2026-11-20T09:00:00Z was read
            11:00, 11:30, 11:30, -,     -,     gap,      gap from 2026-11-20T08:00:00Z to 2026-11-20T10:00:00Z: nothing before 2026-11-20T11:00:00Z was read
            06:00, 11:00, 11:00, 08:30, 08:45, gap,      gap from 2026-11-20T08:30:00Z to 2026-11-20T08:45:00Z: feed too short
            06:00, 11:00, 11:00, 07:00, 08:45, gap,      gap from 2026-11-20T08:00:00Z to 2026-11-20T08:45:00Z: feed too short
            06:00, 11:00, 11:00, 09:30, 11:00, gap,      gap from 2026-11-20T09:30:00Z to 2026-11-20T10:00:00Z: feed too short
            06:00, 11:00, 11:00, 07:00, 08:00, complete, complete
            06:00, 11:00, 11:00, 10:00, 10:30, complete, complete
            06:00, 09:00, 09:00, 08:30, 08:45, gap,      gap from 2026-11-20T08:30:00Z to 2026-11-20T08:45:00Z: feed too short
            """)
    void saysWhatALineOfTheLedgerIsWorth(String from, String to, String verified, String gapFrom, String gapTo, Verdict verdict,
            String sentence) {
        var gaps = new ArrayList<Coverage.Gap>();
        if (gapFrom != null) {
            gaps.add(new Coverage.Gap(at(gapFrom), at(gapTo), "feed too short"));
        }

        var judgement = Judgement.of(new Coverage("acme/api", "pulls", at(from), at(to), at(verified), gaps),
                new CoverageWindow(at("08:00"), at("10:00"), NOW));

        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.sentence()).isEqualTo(sentence);
    }

    @Test
    void asksNothingOfTheFuture() {
        var line = new Coverage("acme/api", "pulls", at("06:00"), NOW, NOW, null);

        assertThat(Judgement.of(line, new CoverageWindow(at("08:00"), at("14:00"), NOW)).verdict())
                .as("a window that goes on").isEqualTo(Verdict.complete);
        assertThat(Judgement.of(line, new CoverageWindow(at("13:00"), at("14:00"), NOW)).verdict())
                .as("a window that has not begun").isEqualTo(Verdict.unknown);
    }

    @Test
    void namesTheWorst() {
        var late = Judgement.isLateBy(Duration.ofMinutes(1));
        var later = Judgement.isLateBy(Duration.ofMinutes(4));
        var gap = Judgement.isGap(at("08:00"), at("09:00"), "why");
        var unknown = Judgement.isUnknown("why");

        assertThat(Judgement.worst(List.of(Judgement.isComplete(), later, late), "")).isEqualTo(later);
        assertThat(Judgement.worst(List.of(later, unknown), "")).isEqualTo(unknown);
        assertThat(Judgement.worst(List.of(gap, unknown), "")).isEqualTo(gap);
        assertThat(Judgement.worst(List.of(), "nobody told").sentence()).isEqualTo("unknown: nobody told");
    }

    @ParameterizedTest
    @CsvSource({ "PT0.001S, 1 s", "PT59S, 59 s", "PT60S, 1 min", "PT4M59S, 4 min", "PT2H5M, 2 h 5 min", "PT3H, 3 h",
            "PT24H, 1 day", "PT76H, 3 days 4 h" })
    void saysDurationsInWords(Duration duration, String words) {
        assertThat(Durations.inWords(duration)).isEqualTo(words);
    }

    private static Instant at(String time) {
        return Instant.parse(DAY + time + ":00Z");
    }
}
