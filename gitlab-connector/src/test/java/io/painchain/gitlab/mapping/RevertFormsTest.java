package io.painchain.gitlab.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.connector.draft.Transition;
import io.painchain.gitlab.api.GitLabJson;
import io.painchain.gitlab.api.graphql.MergeRequestFacts;
import io.painchain.gitlab.api.record.MergeRequest;
import io.painchain.model.event.EventDraft;

/** Each line of the README's table of reverts and hotfixes. */
class RevertFormsTest {

    private static final String SHA = "1234567890123456789012345678901234567890";
    private static final ProjectScope SCOPE = new ProjectScope("acme/shop/web", "acme/shop/web", 17, "0195-test", List.of());

    record Form(String where, String text, String taken) {
    }

    static Stream<Form> forms() throws IOException {
        List<Form> forms = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.startsWith("| GitLab | "))
                .map(line -> line.split(" \\| ")).filter(cells -> cells.length == 4)
                .map(cells -> new Form(cells[1], cells[2].replace("`", "").replace("<sha>", SHA),
                        cells[3].replace(" |", "").replace("<sha>", SHA)))
                .toList();
        assertThat(forms).hasSizeGreaterThan(5);
        return forms.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesItAsTheReadmeSays(Form form) throws IOException {
        Map<String, Object> json = new TreeMap<>(Map.of("iid", 2, "state", "merged", "title", "Something", "created_at",
                "2026-03-01T08:00:00Z", "updated_at", "2026-03-01T09:00:00Z", "merged_at", "2026-03-01T09:00:00Z"));
        json.put(switch (form.where) {
            case "branch" -> "source_branch";
            case "label" -> "labels";
            default -> form.where;
        }, form.where.equals("label") ? List.of(form.text) : form.text);
        MergeRequest request = GitLabJson.read(
                GitLabJson.tree(new ObjectMapper().writeValueAsString(json).getBytes(StandardCharsets.UTF_8)),
                MergeRequest.class);

        EventDraft draft = MergeRequestMapper.toDraft(SCOPE, request,
                new Transition(Transition.Kind.merged, null, request.mergedAt(), "bob", true), MergeRequestFacts.UNREAD, null);

        List<String> reverts = draft.correlationKeys().stream().filter(key -> key.startsWith("reverts:")).toList();
        if (form.taken.startsWith("reverts ")) {
            assertThat(reverts).containsExactly("reverts:" + form.taken.substring("reverts ".length()));
            return;
        }
        assertThat(reverts).isEmpty();
        assertThat(draft.data().containsKey("reverts")).isEqualTo(form.taken.equals("a revert of something unnamed"));
        assertThat(draft.data().get("hotfix")).isEqualTo(form.taken.equals("a hotfix"));
    }
}
