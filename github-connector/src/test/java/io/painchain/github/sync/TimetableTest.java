package io.painchain.github.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimetableTest {

    private static final Instant READ = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration SLACK = Duration.ofSeconds(60);

    /** Of an integration whose repositories are swept every nine hours. */
    private final Timetable timetable = new Timetable(Cadences.USUAL.among(500), 42);

    @BeforeEach
    void readEverything() {
        EnumSet.allOf(Part.class).forEach(part -> timetable.done(part, READ));
    }

    private boolean isDue(Part part, Duration after) {
        Instant now = READ.plus(after);
        timetable.vouch(ProbeDiff.SEEN, now);
        return timetable.isDue(part, now, SLACK, now);
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, names = "RUNS", mode = EnumSource.Mode.EXCLUDE)
    void leavesUnreadWhatALookVouchedForWhenTheReadWasDecidedOn(Part part) {
        // Given
        Instant decided = READ.plus(Duration.ofMinutes(20));
        Instant turn = decided.plus(Duration.ofMinutes(30));
        timetable.vouch(ProbeDiff.SEEN, decided);

        // When it has waited for its turn
        boolean due = timetable.isDue(part, turn, SLACK, decided);

        // Then
        assertThat(due).isFalse();
        assertThat(timetable.isDue(part, turn, SLACK, turn)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, names = { "FEED", "COMMITS" })
    void readsFeedAndBranchesOfWhatDidNotMoveAsSeldomAsTheSweepComes(Part part) {
        assertThat(isDue(part, Duration.ofHours(9).minusSeconds(1))).isFalse();
        assertThat(isDue(part, Duration.ofHours(9))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, names = { "RUNS", "FEED", "COMMITS" }, mode = EnumSource.Mode.EXCLUDE)
    void readsTheRestOfWhatDidNotMoveOnceAnHour(Part part) {
        assertThat(isDue(part, Duration.ofHours(1).minusSeconds(1))).isFalse();
        assertThat(isDue(part, Duration.ofHours(1))).isTrue();
    }

    @Test
    void readsRunsWhateverALookShows() {
        assertThat(isDue(Part.RUNS, Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void putsASweepOffWhereTheQuotaLeavesNoRoomButNotForMoreThanTwoIntervals() {
        // Given
        timetable.sweepIsDue(READ, true);
        timetable.swept(READ);

        // Then
        assertThat(timetable.sweepIsDue(READ.plus(Duration.ofHours(9)), true)).isTrue();
        assertThat(timetable.sweepIsDue(READ.plus(Duration.ofHours(27)).minusSeconds(1), false)).isFalse();
        assertThat(timetable.sweepIsDue(READ.plus(Duration.ofHours(27)), false)).isTrue();
    }
}
