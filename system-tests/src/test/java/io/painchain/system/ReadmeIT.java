package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;

/** The README's curl examples, verbatim but for the port, against a backend and a connector whose GitHub is the simulator. */
@ExtendWith(SharedInstallation.class)
class ReadmeIT {

    private static final Pattern BASH_BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    private final Installation installation;

    @TempDir
    private Path folder;

    ReadmeIT(Installation installation) {
        this.installation = installation;
    }

    @Test
    void everyCurlExampleWorksAsItStandsThere() throws Exception {
        installation.github.tokens().add(TokenGrant.classic("ghp_YOUR_TOKEN_HERE", "you"));
        var repository = installation.github.world().createRepository("your-org/your-repo");
        repository.pulls().open(new NewPull("First change", "first"), By.user("mia"));
        var readme = Files.readString(Path.of("..", "README.md"));
        var examples = BASH_BLOCK.matcher(readme).results().map(match -> match.group(1)).toList();
        assertThat(examples).as("examples").hasSizeGreaterThan(4);

        for (var example : examples) {
            assertThat(run(example)).as(example).isZero();
        }

        for (var timeline : List.of(installation.timeline(), installation.timeline("your-tenant-id"))) {
            await("the first events").atMost(Patience.PROCESS).untilAsserted(
                    () -> assertThat(timeline.events("project=your-org/your-repo")).extracting(event -> event.get("title"))
                            .contains("[PR] First change"));
        }
        assertThat(installation.timeline().events("project=acme/payments")).extracting(event -> event.get("title"))
                .contains("[Deploy] payments 2.31.0 to production");
    }

    /** Packaged it is made otherwise than in tests of the backend (ADR 181). */
    @Test
    void servesTheCommittedDescriptionOfTheApi() throws IOException {
        var served = installation.api().accept("application/yaml").get("/q/openapi").then().statusCode(200).extract()
                .asString();

        assertThat(served).isEqualTo(Files.readString(Path.of("..", "docs", "openapi.yaml")));
    }

    /** {@code --fail-with-body} makes curl's exit code tell of a refused request. */
    private int run(String example) throws IOException {
        var script = example.replace("localhost:8000", "localhost:" + installation.port())
                .replaceAll("(?m)^curl ", "curl -sS --fail-with-body ");
        try (var shell = PackagedProcess.start(List.of("sh", "-ec", "cd \"$0\"\n" + script, folder.toString()), Map.of(),
                folder.resolve("curl.log"))) {
            var exitCode = shell.exitCode();
            assertThat(exitCode).as(() -> "curl said:\n" + shell.log()).isZero();
            return exitCode;
        }
    }
}
