package io.painchain.github.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.connector.backend.ContractJson;
import io.painchain.github.api.GitHubJson;
import io.painchain.model.event.EventDraft;

/** GitHub's recorded records, and the drafts that the contract's samples say they become. */
final class Fixtures {

    static final RepositoryScope SCOPE = new RepositoryScope("acme/api", "acme/core", 348674220L,
            "01958f2e-5b3c-7d41-9c3e-2f6b8a1d0c4e",
            List.of("backend"));
    static final Instant ANSWERED = Instant.parse("2026-03-02T09:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Fixtures() {
    }

    static <T> T record(String name, Class<T> type) {
        try (InputStream json = Fixtures.class.getResourceAsStream("/github/" + name + ".json")) {
            return GitHubJson.read(GitHubJson.tree(json.readAllBytes()), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares whole, and leaves what was drafted beside the test reports for whoever changes a mapper on purpose. */
    static void assertSample(String name, Object drafted) {
        String resource = "/contract/" + name + ".json";
        try (InputStream sample = EventDraft.class.getResourceAsStream(resource)) {
            JsonNode actual = JSON.readTree(ContractJson.bytes(drafted));
            Path kept = Path.of("target", "drafted", name + ".json");
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(actual) + "\n");
            assertThat(sample).as(resource).isNotNull();
            assertThat(actual).as(resource).isEqualTo(JSON.readTree(sample));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertDraft(String name, EventDraft drafted) {
        assertSample("event-draft-" + name, drafted);
    }
}
