package io.painchain.github.change.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.painchain.github.mapping.RefChange;

class TagChangesTest {

    private static final Instant GONE = Instant.parse("2026-03-02T09:25:00Z");
    private static final Instant NOTICED = GONE.plus(Duration.ofMinutes(3));

    private TagsState known = new TagsState(Map.of("v1", GONE.minus(Duration.ofHours(1)).getEpochSecond()), null, null, null,
            null, null, true, false);

    @Test
    void namesADeletionForGoodHoweverOftenTheFeedTellsOfIt() {
        RefChange reported = new RefChange("tag", "v1", false, GONE, GONE, "alice", null, true);

        List<RefChange> noticed = changes(book -> book.takeList(Set.of(), NOTICED, false));
        List<RefChange> heard = changes(book -> book.takeFromFeed(reported));
        List<RefChange> heardAgain = changes(book -> book.takeFromFeed(reported));

        assertThat(List.of(noticed, heard, heardAgain)).allSatisfy(
                changes -> assertThat(changes).extracting(RefChange::reportedAt).containsExactly(NOTICED));
        assertThat(heardAgain).extracting(RefChange::at).containsExactly(GONE);
    }

    @Test
    void tellsALaterDeletionOfTheSameTagApart() {
        Instant again = GONE.plus(Duration.ofHours(2));
        changes(book -> book.takeList(Set.of(), NOTICED, false));

        List<RefChange> later = changes(book -> {
            book.takeFromFeed(
                    new RefChange("tag", "v1", true, again.minusSeconds(600), again.minusSeconds(600), "alice", null, true));
            book.takeFromFeed(new RefChange("tag", "v1", false, again, again, "alice", null, true));
        });

        assertThat(later).extracting(RefChange::reportedAt).containsExactly(again.minusSeconds(600), again);
    }

    @Test
    void namesACreationForGoodThatTheFeedTellsOnceTheTagIsGone() {
        Instant made = GONE.minus(Duration.ofMinutes(20));
        RefChange reported = new RefChange("tag", "v2", true, made, made, "alice", null, true);
        changes(book -> book.takeList(Set.of("v1", "v2"), made.plusSeconds(90), false));
        changes(book -> book.takeList(Set.of("v1"), NOTICED, false));

        List<RefChange> heard = changes(book -> book.takeFromFeed(reported));
        List<RefChange> heardAgain = changes(book -> book.takeFromFeed(reported));
        List<RefChange> seen = changes(book -> book.takeList(Set.of("v1"), NOTICED.plusSeconds(300), false));

        assertThat(heard).extracting(RefChange::reportedAt, RefChange::at).containsExactly(tuple(made.plusSeconds(90), made));
        assertThat(heardAgain).isEmpty();
        assertThat(seen).isEmpty();
    }

    @Test
    void remembersTheDeletionsNoticedLast() {
        for (int i = 0; i < 60; i++) {
            Instant now = NOTICED.plusSeconds(i);
            String name = "v" + (i + 2);
            changes(book -> book.takeList(Set.of(name), now, false));
        }

        assertThat(known.gone()).hasSize(50).containsKey("v60").doesNotContainKey("v1");
    }

    private List<RefChange> changes(Consumer<TagChanges> happening) {
        TagChanges book = new TagChanges(known);
        happening.accept(book);
        known = book.state(List.of(), NOTICED, true, false);
        return book.changes();
    }
}
