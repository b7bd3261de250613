package io.painchain.github.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.webhook.HookReading;
import io.painchain.github.change.ChangeKinds;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.repository.GitHubKind;

/** Every payload of a large collection is an event, a hint or ignored with a reason; skipped where it is not there. */
class HookCorpusTest {

    private static final Path CORPUS = Path.of("../../shared/corpus/webhooks");
    private static final RepositoryScope SCOPE = new RepositoryScope("acme/api", "acme/api", 1L, "0195", List.of());
    private static final RepositoryState UNREAD = RepositoryState.first(ChangeKinds.ALL, 1L, "acme/api");
    private static final Validator VALIDATOR = Validation.byDefaultProvider().configure()
            .messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory().getValidator();

    private static <S> Optional<HookReading> read(GitHubKind<S> kind, HookPayload payload) throws IOException {
        return kind.ofHook(payload, SCOPE, UNREAD.of(kind));
    }

    private static HookReading read(HookPayload payload) throws IOException {
        for (GitHubKind<?> kind : ChangeKinds.LIST) {
            Optional<HookReading> reading = read(kind, payload);
            if (reading.isPresent()) {
                return reading.get();
            }
        }
        return OtherEvents.read(payload);
    }

    private static String word(HookReading reading) {
        if (!reading.drafts().isEmpty()) {
            return "drafted";
        }
        return reading.lookup() != null ? "looked up" : reading.news() ? "hint" : "ignored";
    }

    @Test
    void readsEveryPayload() throws IOException {
        // Given
        assumeTrue(Files.isDirectory(CORPUS), "no collection of recordings at " + CORPUS.toAbsolutePath());
        Map<String, TreeSet<String>> words = new TreeMap<>();
        int count = 0;

        // When
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".json") && !name.endsWith("_manifest.json"))
                    .toList()) {
                String event = file.getParent().getFileName().toString();
                HookReading reading = read(HookPayload.parse(event, Files.readAllBytes(file)));

                // Then
                reading.drafts().forEach(draft -> assertThat(VALIDATOR.validate(draft)).as(file.toString()).isEmpty());
                assertThat(reading.drafts().isEmpty()).as(file.toString()).isEqualTo(reading.reason() != null);
                words.computeIfAbsent(event, fresh -> new TreeSet<>()).add(word(reading));
                count++;
            }
        }
        assertThat(count).isEqualTo(229);
        assertThat(words.get("pull_request")).containsExactly("drafted", "hint", "looked up");
        assertThat(words.get("issues")).containsExactly("drafted", "hint", "looked up");
        for (String event : List.of("pull_request_review", "workflow_run", "deployment", "deployment_status")) {
            assertThat(words.get(event)).as(event).containsExactly("drafted");
        }
        assertThat(words.get("release")).containsExactly("drafted", "ignored");
        assertThat(words.get("push")).contains("drafted", "hint");
        assertThat(words.get("create")).containsExactly("hint");
        for (String event : List.of("check_run", "star", "ping", "workflow_job", "installation", "sponsorship")) {
            assertThat(words.get(event)).as(event).containsExactly("ignored");
        }
    }
}
