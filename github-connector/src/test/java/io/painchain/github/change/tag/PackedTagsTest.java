package io.painchain.github.change.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.painchain.connector.list.Digest;

class PackedTagsTest {

    private static final long NOW = Instant.parse("2026-03-02T09:00:00Z").getEpochSecond();

    private static TagsState with(Map<String, Long> tags) {
        return TagsState.UNREAD.withTags(tags);
    }

    private static Map<String, Long> versions(int count) {
        Map<String, Long> tags = new HashMap<>();
        for (int i = 0; i < count; i++) {
            // As irregular as life.
            tags.put("v" + i / 300 + "." + i / 10 % 30 + "." + i % 10 + (i % 7 == 0 ? "-rc" + i % 4 : ""), 0L);
        }
        return tags;
    }

    @Test
    void keepsTenThousandVersions() {
        Map<String, Long> tags = versions(TagListing.MOST);
        tags.put("größer/als-alle", NOW);
        tags.put("noticed", -NOW);
        tags.put("ship-\uD83D\uDE80", 0L);
        tags.put("ship-\uD83D\uDE81", NOW);
        tags.put("v1.2.3".repeat(40), 0L);
        tags.put("v1.2.3".repeat(40) + "-rc1", NOW);

        TagsState state = with(tags);

        assertThat(state.tooMany()).isFalse();
        assertThat(state.unpacked()).isEmpty();
        assertThat(state.tags()).isEqualTo(tags);
        assertThat(state).isEqualTo(with(tags));
    }

    @Test
    void keepsFewAsTheyAre() {
        assertThat(with(versions(300)).unpacked()).hasSize(300);
        assertThat(with(versions(301)).unpacked()).isEmpty();
        assertThat(with(versions(301)).withTags(versions(3)).packed()).isNull();
    }

    @Test
    void forgetsTimesOfOldOnes() {
        Map<String, Long> tags = versions(400);
        tags.put("new", NOW);
        tags.put("recent", -(NOW - 30 * 86_400));
        tags.put("old", NOW - 40 * 86_400);

        assertThat(with(tags).tags()).containsEntry("new", NOW).containsEntry("recent", -(NOW - 30 * 86_400))
                .containsEntry("old", 0L);
    }

    @Test
    void comparesNoneWhereTheNamesAreTooMuchForACheckpoint() {
        Map<String, Long> tags = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            tags.put("build-" + Digest.of("tag " + i), 0L);
        }

        TagsState state = with(tags);

        assertThat(state.tooMany()).isTrue();
        assertThat(state.tags()).isEmpty();
        assertThat(state.comparable()).isFalse();
    }
}
