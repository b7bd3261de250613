package io.painchain.gitlab.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.connector.webhook.HookReading;
import io.painchain.gitlab.change.ChangeKinds;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.project.GitLabKind;

/** Recorded payloads: each announces an event, is a hint, or is ignored with a reason. */
class HookReadingTest {

    private static final Path CORPUS = Path.of("../../shared/corpus/gitlab/webhooks");
    private static final ProjectScope SCOPE = new ProjectScope("acme/web", "acme/web", 17, "0195-test", List.of());

    private static HookReading read(byte[] json) throws IOException {
        HookPayload payload = HookPayload.parse(json);
        for (GitLabKind<?> kind : ChangeKinds.LIST) {
            Optional<HookReading> reading = kind.ofHook(payload, SCOPE);
            if (reading.isPresent()) {
                return reading.get().of(kind.name());
            }
        }
        return HookReading.ignored(OtherEvents.reason(payload));
    }

    private static byte[] recorded(String name) throws IOException {
        try (InputStream file = HookReadingTest.class.getResourceAsStream("/gitlab/webhooks/" + name + ".json")) {
            return file.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            deployment,    deployments,    deployment-acme/web-15#success
            feature_flag,  feature_flags,  flag-acme/web-test-feature-flag@
            issue,         issues,         issue-acme/web-23#opened
            merge_request, merge_requests, mr-acme/web-1#opened
            pipeline,      pipelines,      pipeline-acme/web-31
            push,          pushes,         push-acme/web-master@95790bf891e7..da1560886d4f
            release,       releases,       release-acme/web-1.0.0
            tag_push,      pushes,         tag-acme/web-v1.0.0#created@
            """)
    void announcesAnEvent(String file, String kind, String prefix) throws IOException {
        // When
        HookReading reading = read(recorded(file));

        // Then
        assertThat(reading.kind()).isEqualTo(kind);
        assertThat(reading.lookup().eventPrefix()).isEqualTo(prefix);
        assertThat(reading.reason()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            job,                false, A job is part of its pipeline
            member,             false, Members are no events here
            note_merge_request, true,  It changes facts of an event
            """)
    void saysWhyThereIsNoEvent(String file, boolean news, String reason) throws IOException {
        // When
        HookReading reading = read(recorded(file));

        // Then
        assertThat(reading.lookup()).isNull();
        assertThat(reading.news()).isEqualTo(news);
        assertThat(reading.reason()).startsWith(reason);
    }

    @Test
    void findsTheProjectByItsNumberWhereItHasNoPath() throws IOException {
        // When
        HookPayload job = HookPayload.parse(recorded("job"));

        // Then
        assertThat(job.projectId()).isEqualTo(31537070L);
        assertThat(job.project()).isEqualTo("project 31537070");
        assertThat(HookPayload.parse(recorded("member")).project()).isEmpty();
    }

    @Test
    void takesNoLongerNumberForAnother() throws IOException {
        // When
        HookReading.Lookup lookup = read(recorded("pipeline")).lookup();

        // Then
        assertThat(lookup.names("pipeline-acme/web-31")).isTrue();
        assertThat(lookup.names("pipeline-acme/web-310")).isFalse();
        assertThat(lookup.states()).containsExactly("success");
    }

    /** Skipped where the collection is missing. */
    @Test
    void readsEveryRecordedPayload() throws IOException {
        // Given
        assumeTrue(Files.isDirectory(CORPUS), "no collection of recordings at " + CORPUS.toAbsolutePath());
        int count = 0;

        // When
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".json")).toList()) {
                HookReading reading = read(Files.readAllBytes(file));

                // Then
                assertThat(reading.reason()).as(file.toString()).isNotBlank();
                assertThat(reading.isIgnored() || reading.news()).as(file.toString()).isTrue();
                count++;
            }
        }
        assertThat(count).isEqualTo(28);
    }
}
