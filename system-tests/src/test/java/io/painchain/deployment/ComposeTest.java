package io.painchain.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
        assertThat(ProjectFiles.connectors()).isNotEmpty().allSatisfy(name -> assertThat(conditions(name + "-connector"))
                .containsExactly(Map.entry("init", "service_completed_successfully"), Map.entry("backend", "service_healthy")));
        assertThat(SERVICES.get("db")).containsKey("healthcheck");
    }

    @Test
    void setsOnlyVariablesThatTheCodeReads() {
        SERVICES.values().stream()
                .flatMap(service -> ((Map<String, Object>) service.get("environment")).keySet().stream())
                .filter(name -> !OF_OTHERS.contains(name))
                .forEach(EnvironmentNames::assertRead);
    }

    static List<String> connectors() {
        return ProjectFiles.connectors();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void startsGitHubsConnectorByDefaultAndOthersByAProfileOfTheirName(String name) {
        var service = SERVICES.get(name + "-connector");
        var build = (Map<String, Map<String, Object>>) service.get("build");

        assertThat(service.get("profiles")).isEqualTo(name.equals("github") ? null : List.of(name));
        assertThat(build.get("args")).containsEntry("MODULE", name + "-connector");
        assertThat(ProjectFiles.read(name + "-connector/src/main/resources/application.properties"))
                .contains("quarkus.http.port=" + build.get("args").get("PORT") + "\n");
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void letsEachConnectorCallTheBackendByItsName(String name) {
        var connector = (Map<String, String>) SERVICES.get(name + "-connector").get("environment");
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
    @CsvSource({ "backend, 8000, /q/health/ready", "connector, 8081, /q/health/live" })
    void runsImagesAsAnUnprivilegedUserWhoseHealthIsChecked(String stage, String port, String health) {
        List<String> runtime = new ArrayList<>(Images.stage("application"));
        runtime.addAll(Images.stage(stage));

        assertThat(Images.LINES).filteredOn(line -> line.startsWith("FROM") && line.contains(":"))
                .allMatch(line -> line.matches("FROM \\S+:\\S+( AS \\w+)?"));
        assertThat(runtime.get(0)).isEqualTo("FROM eclipse-temurin:17-jre AS application");
        assertThat(runtime).contains("USER 10001:10001").noneMatch(line -> line.startsWith("RUN") && line.contains("curl"))
                .contains("COPY docker/healthcheck /usr/local/bin/painchain-healthcheck")
                .anyMatch(line -> line.equals("ARG PORT=" + port) || line.equals("EXPOSE " + port))
                .anyMatch(line -> line.startsWith("HEALTHCHECK")
                        && line.endsWith("[\"painchain-healthcheck\", \"" + health + "\"]"));
        assertThat(ProjectFiles.read("docker/healthcheck")).contains("/dev/tcp/127.0.0.1/$QUARKUS_HTTP_PORT");
        assertThat(ProjectFiles.ROOT.resolve("docker/healthcheck")).isExecutable();
    }

    @Test
    void givesASlowStartFiveMinutes() {
        assertThat(Images.LINES).filteredOn(line -> line.startsWith("HEALTHCHECK")).hasSize(2)
                .allMatch(line -> line.contains("--start-period=300s"));
        assertThat((Map<String, Object>) SERVICES.get("db").get("healthcheck")).containsEntry("start_period", "300s");
    }

    @Test
    void limitsTheMemoryOfEachServiceAsTheSettingsAndTheManualSay() {
        assertThat(SERVICES.values()).allSatisfy(service -> assertThat(service).containsKey("mem_limit"));
        Map.of("backend", "PAINCHAIN_BACKEND_MEMORY:-512m", "github-connector", "PAINCHAIN_GITHUB_CONNECTOR_MEMORY:-384m",
                "gitlab-connector", "PAINCHAIN_GITLAB_CONNECTOR_MEMORY:-384m", "kubernetes-connector",
                "PAINCHAIN_KUBERNETES_CONNECTOR_MEMORY:-384m", "webhook-connector",
                "PAINCHAIN_WEBHOOK_CONNECTOR_MEMORY:-384m", "db", "PAINCHAIN_DATABASE_MEMORY:-1g")
                .forEach((service, limit) -> {
                    assertThat(SERVICES.get(service)).containsEntry("mem_limit", "${" + limit + "}");
                    assertThat(ProjectFiles.read(".env.example")).contains("#" + limit.replace(":-", "=") + "\n");
                });
        assertThat(ProjectFiles.read("docs/operations.md")).contains("| 512 MB container (heap 60% of it)",
                "| 384 MB container (heap 55% of it)", "| 1 GB and up |");
        assertThat(Images.stage("backend")).anyMatch(line -> line.contains("-XX:MaxRAMPercentage=60"));
        assertThat(Images.stage("connector")).anyMatch(line -> line.contains("-XX:MaxRAMPercentage=55"));
    }

    @Test
    void startsTheBackendFromAnArchiveThatItsOwnJvmMadeOfItsOwnFiles() {
        var start = Images.stage("backend").stream().filter(line -> line.startsWith("ENTRYPOINT")).findFirst().orElseThrow();
        var rehearsal = ProjectFiles.read("docker/rehearse");

        assertThat(Images.stage("rehearsal").get(0)).isEqualTo("FROM program AS rehearsal");
        assertThat(Images.stage("backend").get(0)).isEqualTo("FROM program AS backend");
        assertThat(Images.stage("backend")).contains("COPY --from=rehearsal /opt/painchain/classes.jsa ./");
        assertThat(start).contains("\"-XX:SharedArchiveFile=/opt/painchain/classes.jsa\"", "\"-Xshare:auto\"");
        assertThat(start).as("the collector, which an archive has to share").contains("\"-XX:+UseSerialGC\"");
        assertThat(rehearsal).contains(" -XX:+UseSerialGC ").contains("-XX:ArchiveClassesAtExit");
        assertThat(ProjectFiles.ROOT.resolve("docker/rehearse")).isExecutable();
    }

    @Test
    void buildsEveryServicesImageFromAModuleThatIsBuilt() {
        String built = Images.stage("dependencies").stream().filter(line -> line.contains("APPLICATIONS=")).findFirst()
                .orElseThrow();

        SERVICES.values().stream().filter(service -> service.containsKey("build")).forEach(service -> {
            var build = (Map<String, Object>) service.get("build");
            var module = build.get("target").equals("backend") ? "backend"
                    : ((Map<String, Object>) build.get("args")).get("MODULE").toString();
            assertThat(service.get("image")).isEqualTo("painchain-" + module);
            assertThat(built).containsPattern("[=,]" + module + "\\b");
            assertThat(ProjectFiles.ROOT.resolve(module).resolve("pom.xml")).exists();
        });
    }

    @Test
    void refusesToBeginAnEmptyDatabaseInAContainer() {
        assertThat(String.join("\n", Images.stage("backend")))
                .contains("PAINCHAIN_DATABASE_EMBEDDED=false", "PAINCHAIN_KEYS_CREATE=false");
        assertThat(String.join("\n", Images.LINES)).contains("-DskipEmbeddedDatabase");
        Stream.of("PAINCHAIN_DATABASE_EMBEDDED", "PAINCHAIN_KEYS_CREATE", "PAINCHAIN_DATA")
                .forEach(EnvironmentNames::assertRead);
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
