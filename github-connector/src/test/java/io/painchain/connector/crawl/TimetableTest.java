package io.painchain.connector.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.Vouching;
import io.painchain.github.change.ChangeKinds;

class TimetableTest {

    private static final Instant READ = Instant.parse("2026-03-02T09:00:00Z");
    private static final Set<String> SEEN = ChangeKinds.LIST.stream().filter(kind -> kind.vouching() != Vouching.NONE)
            .map(kind -> kind.name()).collect(Collectors.toSet());
    private static final Duration SLACK = Duration.ofSeconds(60);

    /** Of an integration whose repositories are swept every nine hours. */
    private final Timetable timetable = new Timetable(Cadences.USUAL.among(500), 42);

    @BeforeEach
    void readEverything() {
        ChangeKinds.LIST.forEach(kind -> timetable.done(kind, READ, null));
    }

    private boolean isDue(String kind, Duration after) {
        Instant now = READ.plus(after);
        timetable.vouch(SEEN, now);
        return timetable.isDue(ChangeKinds.ALL.named(kind), now, SLACK, now);
    }

    @ParameterizedTest
    @ValueSource(strings = { "feed", "tags", "items", "pushes", "commits", "releases", "deployments" })
    void leavesUnreadWhatALookVouchedForWhenTheReadWasDecidedOn(String kind) {
        // Given
        Instant decided = READ.plus(Duration.ofMinutes(20));
        Instant turn = decided.plus(Duration.ofMinutes(30));
        timetable.vouch(SEEN, decided);

        // When it has waited for its turn
        boolean due = timetable.isDue(ChangeKinds.ALL.named(kind), turn, SLACK, decided);

        // Then
        assertThat(due).isFalse();
        assertThat(timetable.isDue(ChangeKinds.ALL.named(kind), turn, SLACK, turn)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "feed", "commits" })
    void readsFeedAndBranchesOfWhatDidNotMoveAsSeldomAsTheSweepComes(String kind) {
        assertThat(isDue(kind, Duration.ofHours(9).minusSeconds(1))).isFalse();
        assertThat(isDue(kind, Duration.ofHours(9))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags", "items", "pushes", "releases", "deployments" })
    void readsTheRestOfWhatDidNotMoveOnceAnHour(String kind) {
        assertThat(isDue(kind, Duration.ofHours(1).minusSeconds(1))).isFalse();
        assertThat(isDue(kind, Duration.ofHours(1))).isTrue();
    }

    @Test
    void readsRunsWhateverALookShows() {
        assertThat(isDue("runs", Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void putsASweepOffWhereTheQuotaLeavesNoRoomButNotForMoreThanTwoIntervals() {
        // Given
        timetable.sweepIsDue(READ, true);
        timetable.swept(READ, true);

        // Then
        assertThat(timetable.sweepIsDue(READ.plus(Duration.ofHours(9)), true)).isTrue();
        assertThat(timetable.sweepIsDue(READ.plus(Duration.ofHours(27)).minusSeconds(1), false)).isFalse();
        assertThat(timetable.sweepIsDue(READ.plus(Duration.ofHours(27)), false)).isTrue();
    }

    @Test
    void leavesToTheSweepWhatALookVouchesForBesideAWebhook() {
        // Given
        timetable.relyOn(Set.of("pushes"), READ);

        // When
        timetable.swept(READ.plus(Duration.ofHours(3)), true);

        // Then
        assertThat(isDue("pushes", Duration.ofHours(7).minusSeconds(1))).isFalse();
        assertThat(isDue("pushes", Duration.ofHours(7))).isTrue();
    }

    @Test
    void countsNoSweepThatFailed() {
        // Given
        timetable.relyOn(Set.of("pushes"), READ);

        // When
        timetable.swept(READ.plus(Duration.ofHours(3)), false);

        // Then
        assertThat(isDue("pushes", Duration.ofHours(4))).isTrue();
    }

    @Test
    void bringsNothingForwardWhereAWebhookIsNotReliedOnForAMinute() {
        // Given
        timetable.sweepIsDue(READ, true);
        timetable.swept(READ, true);
        timetable.relyOn(Set.of("pushes"), READ);

        // When
        timetable.relyOnNone(READ.plus(Duration.ofHours(12)));
        timetable.relyOnNone(READ.plus(Duration.ofHours(12)).plusSeconds(60));

        // Then
        assertThat(timetable.sweepIsDue(READ.plus(Duration.ofHours(13)), true)).isFalse();
        assertThat(timetable.sweepIsDue(READ.plus(Duration.ofHours(21)), true)).isTrue();
        assertThat(isDue("tags", Duration.ofHours(1))).as("which no webhook told").isTrue();
    }

    @Test
    void readsAsUsualAnIntervalAfterAWebhookIsNotReliedOnAnyMore() {
        // Given
        timetable.relyOn(Set.of("pushes"), READ);

        // When
        timetable.relyOnNone(READ.plus(Duration.ofHours(2)));

        // Then
        assertThat(isDue("pushes", Duration.ofHours(3).minusSeconds(1))).isFalse();
        assertThat(isDue("pushes", Duration.ofHours(3))).isTrue();
    }
}
