package io.painchain.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither the backend nor the dashboard knows a provider: names, forms and labels come with a connector's metadata. */
class ProviderWordsTest {

    /** Without what only some libraries are published under, and what is generated from the API. */
    private static final Pattern PROVIDER = Pattern
            .compile("(?i)(?<!com[./])(?<!//)github|gitlab|kubernetes|\\bk8s\\b|terraform"
                    + "|pull.?requests?\\b|merge.?requests?\\b|workflow.?runs?\\b|\\bhelm\\b|\\bargo.?cd\\b|\\bfluxcd\\b");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/main/resources"),
            Path.of("src/main/webui/src"), Path.of("src/main/webui/public"), Path.of("src/main/webui/index.html"));
    private static final String GENERATED = "schema.d.ts";

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path source : SOURCES) {
            try (Stream<Path> all = Files.walk(source)) {
                all.filter(Files::isRegularFile).filter(file -> !file.endsWith(GENERATED)).forEach(files::add);
            }
        }
        return files;
    }

    @Test
    void namesNoProviderInBackendAndDashboard() throws IOException {
        assertThat(files()).hasSizeGreaterThan(300).allSatisfy(file -> assertThat(read(file)).as("%s", file)
                .doesNotContainPattern(PROVIDER));
    }

    /** What is no text, such as an icon, is read as well, byte by byte. */
    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "GitHub", "a GitLab project", "pull_request", "pullRequest", "merge requests", "TerraformRun",
            "on Kubernetes", "workflow run" })
    void wouldFindSuchWords(String text) {
        assertThat(text).containsPattern(PROVIDER);
    }
}
