package io.painchain.github.mapping;

import static io.painchain.github.mapping.Fixtures.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.draft.Transition;
import io.painchain.github.api.record.Label;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Release;
import io.painchain.github.api.record.User;
import io.painchain.model.event.EventDraft;
import io.painchain.model.validation.Limits;

/** Whatever GitHub tells, the draft is one that the contract takes. */
class LimitsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Validator VALIDATOR = Validation.byDefaultProvider().configure()
            .messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory().getValidator();

    private static EventDraft opened(String title, String body, List<Label> labels, String url) {
        PullRequest pull = new PullRequest(1L, title, body, "open", false, new User("alice"), NOW, NOW, null, null, null, url,
                null, null, labels, null, null, null, null, null, null, null, null, null);
        return PullRequestMapper.toDraft(SCOPE, pull, Transition.opened(User.loginOf(pull.user()), NOW, true), null);
    }

    private static void assertTaken(EventDraft draft) {
        assertThat(VALIDATOR.validate(draft)).isEmpty();
        assertThat(ContractJson.bytes(draft.data()).length).isLessThanOrEqualTo(Limits.DATA_BYTES);
    }

    @Test
    void shortensWhatIsTooLong() {
        // When
        EventDraft draft = opened("x".repeat(2_000), "y".repeat(200_000), List.of(), "https://example.com/");

        // Then
        assertTaken(draft);
        assertThat(draft.title()).hasSize(Limits.TITLE).endsWith("…");
        assertThat(draft.description()).hasSize(Limits.DESCRIPTION).endsWith("…");
    }

    @Test
    void cutsNoCharacterInHalf() {
        // When
        EventDraft even = opened("x".repeat(492) + "😀".repeat(10), null, List.of(), null);
        EventDraft odd = opened("x".repeat(493) + "😀".repeat(10), null, List.of(), null);

        // Then
        assertTaken(even);
        assertTaken(odd);
        assertThat(even.title()).endsWith("😀…");
        assertThat(odd.title()).endsWith("x…");
    }

    @Test
    void replacesCharactersThatCannotBeStored() {
        // When
        EventDraft draft = opened("a\0b\uD800c\r\nd", "\uDC00", List.of(new Label("l\0")), null);

        // Then
        assertTaken(draft);
        assertThat(draft.title()).isEqualTo("[PR] a\uFFFDb\uFFFDc d");
        assertThat(draft.description()).isEqualTo("\uFFFD\n\nLabels: l\uFFFD");
        assertThat(draft.data()).containsEntry("labels", List.of("l\uFFFD"));
    }

    @Test
    void saysThatALongListWasCut() {
        // When
        EventDraft draft = opened("Many", null,
                IntStream.range(0, 500).mapToObj(i -> new Label(i + "é".repeat(300))).toList(), null);

        // Then
        assertTaken(draft);
        assertThat(draft.data()).containsEntry("truncated", true);
        assertThat((List<?>) draft.data().get("labels")).hasSizeLessThanOrEqualTo(100).isNotEmpty();
    }

    @Test
    void leavesOutAnAddressThatIsNoWebPage() {
        assertThat(opened("t", null, List.of(), "javascript:alert(1)").url()).isNull();
        assertThat(opened("t", null, List.of(), "https://example.com/" + "x".repeat(3_000)).url()).isNull();
    }

    @Test
    void keepsLongNamesApart() {
        // Given
        String tag = "v".repeat(600);

        // When
        EventDraft one = ReleaseMapper.toDraft(SCOPE, release(tag + "1"), NOW);
        EventDraft other = ReleaseMapper.toDraft(SCOPE, release(tag + "2"), NOW);

        // Then
        assertTaken(one);
        assertThat(one.entity()).isNotEqualTo(other.entity());
    }

    @Test
    void givesAnEmptyTitleAName() {
        assertThat(opened("  ", null, List.of(), null).title()).isEqualTo("[PR] #1");
    }

    private static Release release(String tag) {
        return new Release(1L, tag, "main", null, null, false, false, NOW, NOW, null, null, null, null);
    }
}
