package io.painchain.github.mapping;

import static io.painchain.github.mapping.Fixtures.ANSWERED;
import static io.painchain.github.mapping.Fixtures.SCOPE;
import static io.painchain.github.mapping.Fixtures.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.painchain.connector.draft.Transition;
import io.painchain.connector.draft.Transition.Kind;
import io.painchain.github.api.graphql.PullRequestDetails;
import io.painchain.github.api.record.Label;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.Comparison;
import io.painchain.model.event.EventDraft;

/** Each line of the README's table of reverts and hotfixes. */
class RevertFormsTest {

    private static final String SHA = "1234567890123456789012345678901234567890";

    record Form(String where, String text, String taken) {
    }

    static Stream<Form> forms() throws IOException {
        List<Form> forms = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.startsWith("| GitHub | "))
                .map(line -> line.split(" \\| "))
                .filter(cells -> cells.length == 4)
                .map(cells -> new Form(cells[1], cells[2].replace("`", "").replace("<sha>", SHA),
                        cells[3].replace(" |", "").replace("<sha>", SHA)))
                .toList();
        assertThat(forms).hasSizeGreaterThan(10);
        return forms.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesItAsTheReadmeSays(Form form) {
        EventDraft draft = form.where.equals("pushed commit") ? push(form.text) : merged(form);

        List<String> reverts = draft.correlationKeys().stream().filter(key -> key.startsWith("reverts:")).toList();
        if (form.taken.startsWith("reverts ")) {
            assertThat(reverts).containsExactly("reverts:" + form.taken.substring("reverts ".length()));
            return;
        }
        assertThat(reverts).isEmpty();
        assertThat(draft.data().containsKey("reverts")).isEqualTo(form.taken.equals("a revert of something unnamed"));
        assertThat(draft.data().get("hotfix")).isEqualTo(form.taken.equals("a hotfix"));
    }

    private static EventDraft merged(Form form) {
        PullRequest merged = record("pull-merged-read-alone", PullRequest.class);
        PullRequest pull = new PullRequest(merged.number(), form.where.equals("title") ? form.text : "Something",
                form.where.equals("description") ? form.text : null, "closed", false, merged.user(), merged.createdAt(),
                merged.updatedAt(), merged.closedAt(), merged.mergedAt(), merged.mergeCommitSha(), null,
                new PullRequest.Branch(form.where.equals("branch") ? form.text : "topic", "a".repeat(40)), merged.base(),
                form.where.equals("label") ? List.of(new Label(form.text)) : null, null, null, null, null, null, null, null,
                null, null);
        List<Commit> commits = List.of(commit(form.where.equals("commit") ? "Take it back\n\n" + form.text : "Something"));
        return PullRequestMapper.toDraft(SCOPE, pull, new Transition(Kind.merged, null, pull.mergedAt(), "octocat", true),
                new PullRequestDetails(pull, null, null, commits));
    }

    private static EventDraft push(String message) {
        Push push = new Push("main", "b".repeat(40), "c".repeat(40), ANSWERED, "octocat", "push", null, null);
        return PushMapper.toDraft(SCOPE, push, new Comparison("ahead", null, 1, List.of(commit(message)), null), false,
                ANSWERED);
    }

    private static Commit commit(String message) {
        return new Commit("c".repeat(40), null,
                new Commit.Details(message, new Commit.Signature("A", Instant.parse("2026-03-01T08:00:00Z")), null), null, null,
                null, null);
    }
}
