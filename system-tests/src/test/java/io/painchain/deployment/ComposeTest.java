package io.painchain.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("unchecked")
class ComposeTest {

    private static final String COMPOSE = ProjectFiles.read("docker-compose.yml");
    private static final Map<String, Map<String, Object>> SERVICES = (Map<String, Map<String, Object>>) ProjectFiles.strict()
            .unmarshal(COMPOSE, Map.class).get("services");

    /** Set by the images of others, or by docker-compose itself. */
    private static final List<String> OF_OTHERS = List.of("POSTGRES_PASSWORD_FILE");

    @Test
    void publishesTheBackendOnTheLoopbackInterfaceAndNothingElse() {
        assertThat(SERVICES.get("backend").get("ports")).isEqualTo(List.of("127.0.0.1:${PAINCHAIN_PORT:-8000}:8000"));
        SERVICES.forEach((name, service) -> {
            if (!name.equals("backend")) {
                assertThat(service).as(name).doesNotContainKeys("ports", "network_mode_host");
            }
        });
    }

    @Test
    void needsNoSettingAndHasNoPasswordByDefault() {
        assertThat(Pattern.compile("\\$\\{(\\w*(?:PASSWORD|KEY|TOKEN|SECRET)\\w*)(:?-[^}]+)?}").matcher(COMPOSE).results()
                .filter(match -> match.group(2) != null && !match.group(2).equals(":-")).map(match -> match.group())).isEmpty();
        assertThat(Pattern.compile("\\$\\{\\w+(}|:?\\?)").matcher(COMPOSE).find()).as("a setting without a default").isFalse();
        assertThat(ProjectFiles.read(".env.example").lines().filter(line -> !line.startsWith("#") && !line.isBlank()))
                .isEmpty();
    }

    @Test
    void startsEachServiceAfterWhatItNeeds() {
        assertThat(conditions("db")).containsExactly(Map.entry("init", "service_completed_successfully"));
        assertThat(conditions("backend")).containsExactly(Map.entry("init", "service_completed_successfully"),
                Map.entry("db", "service_healthy"));
        assertThat(conditions("github-connector")).containsExactly(Map.entry("init", "service_completed_successfully"),
                Map.entry("backend", "service_healthy"));
        assertThat(SERVICES.get("db")).containsKey("healthcheck");
    }

    @Test
    void setsOnlyVariablesThatTheCodeReads() {
        SERVICES.values().stream()
                .flatMap(service -> ((Map<String, Object>) service.get("environment")).keySet().stream())
                .filter(name -> !OF_OTHERS.contains(name))
                .forEach(EnvironmentNames::assertRead);
    }

    @Test
    void letsTheConnectorCallTheBackendByItsName() {
        var connector = (Map<String, String>) SERVICES.get("github-connector").get("environment");
        var backend = (Map<String, String>) SERVICES.get("backend").get("environment");

        assertThat(connector).containsEntry("BACKEND_API_URL", "http://backend:8000/api");
        assertThat(backend.get("PAINCHAIN_HOSTS").split(",")).contains("backend");
    }

    @Test
    void isUnderstoodByDockerCompose() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled("docker-compose"), "docker-compose is not installed");
        Path output = Files.createTempFile("compose", ".txt");

        Process process = new ProcessBuilder("docker-compose", "config", "--quiet").directory(ProjectFiles.ROOT.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();

        assertThat(process.waitFor()).as(Files.readString(output, StandardCharsets.UTF_8)).isZero();
        Files.delete(output);
    }

    @ParameterizedTest
    @ValueSource(strings = { "backend", "github-connector" })
    void runsImagesAsAnUnprivilegedUserWhoseHealthIsChecked(String module) {
        List<String> lines = ProjectFiles.read(module + "/Dockerfile").lines().toList();
        List<String> runtime = lines.subList(lines.lastIndexOf("FROM eclipse-temurin:17-jre"), lines.size());

        assertThat(lines).filteredOn(line -> line.startsWith("FROM"))
                .allMatch(line -> line.matches("FROM \\S+:\\S+( AS \\w+)?"));
        assertThat(runtime).contains("USER 10001:10001").noneMatch(line -> line.startsWith("RUN") && line.contains("curl"));
        assertThat(runtime)
                .anyMatch(line -> line.startsWith("HEALTHCHECK") && line.contains("/dev/tcp/127.0.0.1/" + port(module)))
                .contains("EXPOSE " + port(module));
    }

    @Test
    void refusesToBeginAnEmptyDatabaseInAContainer() {
        assertThat(ProjectFiles.read("backend/Dockerfile"))
                .contains("PAINCHAIN_DATABASE_EMBEDDED=false", "PAINCHAIN_KEYS_CREATE=false");
        Stream.of("PAINCHAIN_DATABASE_EMBEDDED", "PAINCHAIN_KEYS_CREATE", "PAINCHAIN_DATA")
                .forEach(EnvironmentNames::assertRead);
    }

    private static int port(String module) {
        return module.equals("backend") ? 8000 : 8081;
    }

    private static Map<String, String> conditions(String service) {
        var needs = (Map<String, Map<String, String>>) SERVICES.get(service).get("depends_on");
        Map<String, String> conditions = new java.util.LinkedHashMap<>();
        needs.forEach((name, need) -> conditions.put(name, need.get("condition")));
        return conditions;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
