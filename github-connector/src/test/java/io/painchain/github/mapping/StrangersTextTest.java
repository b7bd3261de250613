package io.painchain.github.mapping;

import static io.painchain.github.mapping.Recorded.NOW;
import static io.painchain.github.mapping.Recorded.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.connector.draft.Transition;
import io.painchain.github.api.graphql.PullRequestDetails;
import io.painchain.github.api.record.Label;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.git.Comparison;
import io.painchain.github.api.record.git.FileChange;
import io.painchain.model.event.EventDraft;
import io.painchain.model.validation.Limits;

/** What others write stays within its field and does nothing to whoever reads it. */
class StrangersTextTest {

    private static EventDraft opened(String title, String body, String branch, Label label, FileChange file) {
        PullRequest pull = new PullRequest(1L, title, body, "open", false, new User("al\u001bice"), NOW, NOW, null, null, null,
                null, new PullRequest.Branch(branch, "a".repeat(40)), null, List.of(label), null, null, null, null, null, null,
                null, null, null);
        return PullRequestMapper.toDraft(SCOPE, pull, Transition.opened(User.loginOf(pull.user()), NOW, true),
                new PullRequestDetails(pull, List.of(), List.of(file), null));
    }

    private static EventDraft titled(String title) {
        return opened(title, null, "main", new Label("l"), new FileChange("f", null, null, null));
    }

    private static EventDraft pushed(String branch, String message) {
        return PushMapper.toDraft(SCOPE, new Push(branch, "a".repeat(40), "b".repeat(40), NOW, "mia", "push", message, null),
                new Comparison(null, null, 0, List.of(), null), false, NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "ok \\u001b[31mred\\u0007|ok \\uFFFD[31mred\\uFFFD",
            "a\\u007Fb\\u009Bc|a\\uFFFDb\\uFFFDc",
            "a\\u0009b\\u000D\\u000A\\u0085c|a b c", "a\\u0000b\\uD800c|a\\uFFFDb\\uFFFDc", "a\\u000Bb\\u000Cc|a b c" })
    void replacesControlCharactersInATitle(String written, String shown) {
        assertThat(titled(unescaped(written)).title())
                .isEqualTo("[PR] " + unescaped(shown));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    @Test
    void replacesThemInNamesToo() {
        // When
        EventDraft draft = opened("t", null, "a\u0007\u001bb", new Label("l\u0001\n"),
                new FileChange("f\u001b[2J\n.txt", null, 1, 1));

        // Then
        assertThat(draft.author()).isEqualTo("al\uFFFDice");
        assertThat(draft.data()).containsEntry("head_branch", "a\uFFFD\uFFFDb").containsEntry("labels", List.of("l\uFFFD "))
                .containsEntry("files", List.of("f\uFFFD[2J .txt"));
        assertThat(draft.description()).contains("- f\uFFFD[2J .txt (+1 -1)");
    }

    @Test
    void keepsTheLinesAndTabsOfADescription() {
        assertThat(
                opened("t", "a\tb\r\nc\u001bd\fe", "main", new Label("l"), new FileChange("f", null, null, null)).description())
                .startsWith("a\tb\r\nc\uFFFDd\ne");
    }

    @Test
    void closesWhatTurnsTheDirectionOfWriting() {
        assertThat(titled("Fix \u202Eyad").title()).isEqualTo("[PR] Fix \u202Eyad\u202C");
        assertThat(titled("a\u2067b\u202Ac").title()).isEqualTo("[PR] a\u2067b\u202Ac\u202C\u2069");
        assertThat(titled("a\u202C\u2069b").title()).isEqualTo("[PR] ab");
        assertThat(titled("Fix \u202Eyad\u202C!").title()).isEqualTo("[PR] Fix \u202Eyad\u202C!");
    }

    @Test
    void letsNoBranchTurnWhatFollowsIt() {
        assertThat(pushed("a\u2066b", "Fix it").title()).isEqualTo("[Push] a\u2066b\u2069: Fix it");
    }

    @Test
    void closesItAtTheEndOfEachLineOfADescription() {
        assertThat(pushed("main", "one \u202Etwo\nthree").description()).isEqualTo("one \u202Etwo\u202C\nthree");
    }

    @Test
    void staysWithinItsLengthWithWhatItCloses() {
        assertThat(titled("\u202E".repeat(490) + "x").title()).startsWith("[PR] x")
                .doesNotContain("\u202E");
        assertThat(titled("\u202E" + "x".repeat(600)).title()).hasSizeLessThanOrEqualTo(Limits.TITLE).doesNotContain("\u202E");
    }

    @Test
    void tellsNamesApartThatDifferInControlCharactersOnly() {
        assertThat(pushed("a\u0080", "x").entity()).doesNotContain("\u0080").isNotEqualTo(pushed("a\u0081", "x").entity());
    }
}
