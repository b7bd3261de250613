package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.painchain.gitlab.rig.Asked;
import io.painchain.gitlab.rig.PrivateAuthority;
import io.painchain.gitlab.rig.Rig;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.ConnectionTest.Source;
import io.painchain.model.task.TaskKind;
import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.quarkus.test.junit.QuarkusTest;

/** What a test of the connection says of a configuration that does not work: what is wrong, and what to do. */
@QuarkusTest
class BadInputTest {

    private static final String SCOPE = "Access denied: the token lacks the scope read_api; make one with it and set it here";

    @RegisterExtension
    private final Rig rig = new Rig();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    record Bad(String what, Function<Rig, Map<String, Object>> config, String sentence) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Bad token(String what, TokenGrant grant, String sentence) {
        return new Bad(what, rig -> {
            rig.gitLab.tokens().add(grant);
            return Map.of("token", grant.token());
        }, sentence);
    }

    private static Bad config(String what, Map<String, Object> config, String sentence) {
        return new Bad(what, rig -> config, sentence);
    }

    static List<Bad> bad() {
        return List.of(
                config("no token's form", Map.of("token", "two words"),
                        "No usable token: enter a GitLab personal, group or project access token with the scope read_api"),
                config("a token that is none", Map.of("token", "glpat-none"),
                        "Authentication failed: GitLab does not accept the token"),
                token("an expired token", TokenGrant.of("glpat-old", "old").expiresAt(LocalDate.of(2026, 3, 1)),
                        "Authentication failed: the token has expired; make a new one and set it here"),
                token("another scope", TokenGrant.of("glpat-user", "user").scopes("read_user"), SCOPE),
                token("the scope of repositories", TokenGrant.of("glpat-git", "git").scopes("read_repository"), SCOPE),
                config("no server there", Map.of("url", "http://127.0.0.1:1"),
                        "Network error: 127.0.0.1: no connection could be made; check the address, firewall and proxy"),
                config("http", Map.of("url", "http://gitlab.example.com"),
                        "url must be the https address of a GitLab server"),
                new Bad("another path", rig -> Map.of("url", rig.gitLab.origin().toString()), "there is no GitLab at http"),
                config("an interval in words", Map.of("pollInterval", "often"), "pollInterval must be a number of seconds"),
                config("one project as a number", Map.of("projects", 7), "projects must be a list"),
                config("branches that are none", Map.of("branches", true), "branches must be a list"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isToldInASentenceThatSaysWhatToDo(Bad bad) {
        ConnectionTest test = tested(bad.config().apply(rig));

        assertThat(test.ok()).isFalse();
        assertThat(test.message()).startsWith("Failed to connect to GitLab: " + bad.sentence());
    }

    @Test
    void aPrivateAuthorityIsToldAsSuch(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        try (PrivateAuthority server = PrivateAuthority.start(folder)) {
            assertThat(tested(Map.of("url", server.url())).message()).isEqualTo("Failed to connect to GitLab: Network error:"
                    + " localhost: its certificate is not trusted, or TLS failed; for a private certificate authority name its"
                    + " PEM file by PAINCHAIN_GITLAB_CA_FILE");
        }
    }

    /** Each source that a role may not read, with the role that may. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 | ''
            20 | feature_flags Developer
            10 | commits Reporter, deployments Reporter, feature_flags Developer, merge_requests Reporter, \
            pipelines Reporter, pushes Reporter, releases Reporter, tags Reporter
            """)
    void aRoleThatIsTooLowIsNamedWithWhatItMayNotRead(int level, String missing) {
        rig.project("acme/shop/web");
        rig.gitLab.tokens().add(TokenGrant.of("glpat-role", "role").level(level));

        ConnectionTest test = tested(Map.of("token", "glpat-role", "branches", List.of("main")));

        List<Source> refused = test.repositories().get(0).sources().stream().filter(source -> !source.ok()).toList();
        assertThat(String.join(", ",
                refused.stream().map(source -> source.source() + " " + source.missing()).sorted().toList()))
                .isEqualTo(missing);
        assertThat(refused).allSatisfy(source -> assertThat(source.detail()).isEqualTo(
                "The token needs at least the role " + source.missing() + " in this project"));
    }

    private ConnectionTest tested(Map<String, Object> config) {
        Asked asked = Asked.of(rig, threads);
        return (ConnectionTest) asked.done(TaskKind.test, asked.config(config), Map.of());
    }
}
