package io.painchain.connector.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.checkpoint.CheckpointBook.Entry;
import io.painchain.connector.list.Digest;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweepState;
import io.painchain.connector.sweep.SweptList;
import io.painchain.github.change.ChangeKinds;
import io.painchain.github.change.commit.CommitKind;
import io.painchain.github.change.commit.CommitsState;
import io.painchain.github.change.tag.TagKind;
import io.painchain.github.change.tag.TagsState;
import io.painchain.model.validation.Limits;

/** A checkpoint fits the contract, however much there is to remember. */
class CheckpointBookTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final CheckpointBook BOOK = new CheckpointBook(ChangeKinds.ALL, List.of());

    /** As many tracked branches, swept lists and days as there may be. */
    private static RepositoryState busy(int lengthOfNames) {
        RepositoryState state = RepositoryState.first(ChangeKinds.ALL, 7, "acme/api");
        Map<String, String> heads = new HashMap<>();
        SweepState sweep = SweepState.NEVER;
        for (int i = 0; i < 100; i++) {
            String branch = "release/" + i + "x".repeat(lengthOfNames);
            String head = Digest.of("a" + i) + Digest.of("b" + i) + Digest.of("c").substring(0, 8);
            heads.put(branch, head);
            sweep = sweep.comparedCommits(branch, head).with(new SweptList(SweepState.listOf(branch), "/commits", NOW),
                    List.of(new PageTag("https://api.github.com/repositories/1/commits?sha=" + branch, "W/\"" + head + head)));
        }
        for (String kind : Set.of("runs", "pulls", "issues", "pushes", "releases", "deployments", "steps", "tags")) {
            Map<Long, String> days = new HashMap<>();
            for (long day = 0; day < 31; day++) {
                days.put(20_000 + day, Long.toString(Long.MAX_VALUE - day, 36));
            }
            sweep = sweep.with(kind, new SweptList(kind, "/" + kind, Instant.EPOCH), days);
        }
        return state.with(CommitKind.KIND, new CommitsState(heads, List.of(), NOW)).with(sweep);
    }

    private static RepositoryState withTags(RepositoryState state) {
        Map<String, Long> tags = new HashMap<>();
        for (int i = 0; i < 4_000; i++) {
            tags.put("nightly-" + NOW.plus(Duration.ofHours(i)).toString().substring(0, 10) + "-"
                    + Digest.of("tag " + i).substring(0, 7), 0L);
        }
        TagsState slice = new TagsState(null, null, null, null, null, NOW, true, false).withTags(tags);
        assertThat(slice.comparable()).isTrue();
        return state.with(TagKind.KIND, slice);
    }

    private static Map<String, Object> written(RepositoryState state) {
        Map<String, Object> value = CheckpointBook.write(new Entry("acme/api", 3, null), state).value();
        assertThat(ContractJson.bytes(value).length).isLessThan(Limits.CHECKPOINT_BYTES - 4_000);
        return value;
    }

    @Test
    void keepsWhatManyBranchesShowed() {
        RepositoryState state = busy(20);

        RepositoryState read = BOOK.read("acme/api", written(state));

        assertThat(read.forgetTags()).isEqualTo(state.forgetTags());
        assertThat(read.sweep().pages()).hasSize(20);
    }

    @Test
    void remembersManyTagsBesideThem() {
        RepositoryState state = withTags(busy(20));

        assertThat(BOOK.read("acme/api", written(state)).forgetTags()).isEqualTo(state.forgetTags());
    }

    @Test
    void forgetsWhatTheSweepComparedWhereElseItWouldNotFit() {
        RepositoryState state = withTags(busy(150));

        RepositoryState read = BOOK.read("acme/api", written(state));

        assertThat(read.of(TagKind.KIND).tags()).isEqualTo(state.of(TagKind.KIND).tags());
        assertThat(read.of(CommitKind.KIND).heads()).isEqualTo(state.of(CommitKind.KIND).heads());
        assertThat(read.sweep()).isEqualTo(SweepState.NEVER);
    }

    @Test
    void holdsNothingOfUsersThatTheBackendRefuses() {
        // Given
        RepositoryState odd = RepositoryState.first(ChangeKinds.ALL, 7, "acme/api").with(CommitKind.KIND,
                new CommitsState(Map.of("a\0b\ud800", "x".repeat(200_000)), List.of(), NOW));

        // When
        Map<String, Object> stored = CheckpointBook.write(new Entry("acme/api", 1, odd), odd).value();

        // Then
        assertThat(ContractJson.bytes(stored).length).isLessThan(Limits.CHECKPOINT_BYTES);
        assertThat(stored.toString()).contains("a\uFFFDb\uFFFD").doesNotContain("\0", "\ud800");
    }
}
