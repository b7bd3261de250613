package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.cycle.CycleReport;
import io.painchain.connector.cycle.CycleReport.UnsoundNames;
import io.painchain.connector.cycle.RepositoryReport;
import io.painchain.connector.cycle.RepositoryTask;
import io.painchain.connector.cycle.SyncedRepository;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.RepositoryStatus;

/** The contract's samples of what this connector sends besides drafts. */
class SampleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void registersAsTheSampleShows() throws IOException {
        assertSample("connector-type-github", ConnectorMetadata.load("github"));
    }

    @Test
    void reportsACycleAsTheSampleShows() throws IOException {
        // Given
        IntegrationConfig config = IntegrationConfig.parse(
                Map.of("token", "ghp_secret", "repositories", List.of("acme/api", "acme/web", "acme/nothing", "acme")),
                Duration.ofSeconds(60), ApiUrl.GITHUB_COM);
        Map<RepositoryTask, RepositoryReport> tasks = new LinkedHashMap<>();
        put(tasks, "acme/api", "1296269", new RepositoryReport(IntegrationStatus.ok, null, false));
        put(tasks, "acme/web", "1296270", new RepositoryReport(IntegrationStatus.degraded,
                "Workflow runs cannot be read: Not found, or this token may not see it; the token needs actions=read", false));
        put(tasks, "acme/nothing", null, RepositoryReport
                .error("Repository not found: acme/nothing does not exist or this token may not see it"));

        // When
        var report = new CycleReport(integration(), new UnsoundNames(config.unsound(), RepositoryName.FORM),
                config.pollInterval(), null, false,
                List.of()).of(NOW, NOW.plusSeconds(3), tasks.keySet(),
                        tasks,
                        List.of(new Quota("core", 5_000, 4_321, 679, NOW.plusSeconds(1_800))));

        // Then
        assertSample("sync-report", report);
    }

    private static void put(Map<RepositoryTask, RepositoryReport> tasks, String name, String externalId,
            RepositoryReport report) {
        SyncedRepository repository = (SyncedRepository) Proxy.newProxyInstance(SampleTest.class.getClassLoader(),
                new Class<?>[] { SyncedRepository.class },
                (proxy, method, arguments) -> method.getName().equals("externalId") ? externalId : null);
        RepositoryTask task = new RepositoryTask(name, repository);
        task.ended(report);
        tasks.put(task, report);
    }

    private static IntegrationView integration() {
        List<RepositoryStatus> known = List.of(new RepositoryStatus("acme/api", IntegrationStatus.ok, NOW, null),
                new RepositoryStatus("acme/former", IntegrationStatus.ok, NOW, null));
        return new IntegrationView("01958f2e-5b3c-7d41-9c3e-2f6b8a1d0c4e", null, "github", "Acme", Map.of(), List.of(), true,
                1, NOW, NOW, IntegrationStatus.ok, false, false, NOW, null, 0, known, Map.of());
    }

    @Test
    void labelsEveryFieldThatItsDraftsCarry() throws IOException {
        // Given
        ConnectorType type = ConnectorMetadata.load("github");

        // Then
        for (EventDraft draft : samples()) {
            assertThat(type.eventTypes().get(draft.type()).fields().keySet()).as(draft.externalId())
                    .containsAll(draft.data().keySet());
        }
    }

    private static List<EventDraft> samples() throws IOException {
        Path folder = Path.of("../common-model/src/main/resources/contract");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("event-draft-")).sorted().map(file -> {
                try {
                    return ContractJson.record(JSON.readValue(Files.readAllBytes(file),
                            new com.fasterxml.jackson.core.type.TypeReference<Map<String, Object>>() {
                            }), EventDraft.class);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).toList();
        }
    }

    private static void assertSample(String name, Object sent) throws IOException {
        byte[] json = ContractJson.bytes(sent);
        Path kept = Path.of("target", "drafted", name + ".json");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json)) + "\n");
        try (InputStream sample = EventDraft.class.getResourceAsStream("/contract/" + name + ".json")) {
            assertThat(sample).as(name).isNotNull();
            assertThat(JSON.readTree(json)).isEqualTo(JSON.readTree(sample));
        }
    }
}
