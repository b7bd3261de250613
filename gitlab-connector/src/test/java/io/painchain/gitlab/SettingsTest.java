package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.api.ServerUrl;
import io.painchain.gitlab.config.IntegrationConfig;

/** What users write, and what becomes of it. */
class SettingsTest {

    private static final Duration USUAL = Duration.ofSeconds(60);

    private static IntegrationConfig parse(String field, Object value) {
        return IntegrationConfig.parse(Map.of("token", " glpat-abc ", field, value), USUAL, ServerUrl.GITLAB_COM);
    }

    private static ProjectName name(String text) {
        return ProjectName.parse(text).orElseThrow();
    }

    @Test
    void readsProjectsInEveryForm() {
        assertThat(parse("projects", "acme/web, acme/shop/api,").projects()).containsOnlyKeys(name("acme/web"),
                name("acme/shop/api"));
        assertThat(parse("projects", List.of("acme/web", 4711)).projects()).containsOnlyKeys(name("acme/web"), name("4711"));
        assertThat(parse("projects", List.of(Map.of("path", "acme/web", "tags", List.of("a")))).projects())
                .containsEntry(name("acme/web"), List.of("a"));
        assertThat(parse("projects", "").projects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "acme", "acme/..", "acme/.", "../etc", "acme/a b", "/web", "acme/", "acme/a?x", "a%2fb", "0",
            "acme//web" })
    void takesNoOtherTextForAProject(String text) {
        assertThat(parse("projects", List.of(text)).projects()).isEmpty();
        assertThat(parse("projects", List.of(text)).unsound()).containsExactly(text);
    }

    @Test
    void writesAPathAsOneSegment() {
        assertThat(name("acme/shop/web").encoded()).isEqualTo("acme%2Fshop%2Fweb");
    }

    @ParameterizedTest
    @CsvSource({ "https://gitlab.example.com,https://gitlab.example.com",
            "https://example.com/gitlab/,https://example.com/gitlab",
            "https://example.com/gitlab/api/v4,https://example.com/gitlab", "http://localhost:8080,http://localhost:8080" })
    void keepsThePathOfAServerAndDropsTheApis(String url, String base) {
        assertThat(ServerUrl.parse(url).base()).hasToString(base);
        assertThat(ServerUrl.parse(url).rest("/projects/1")).hasToString(base + "/api/v4/projects/1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://gitlab.example.com", "ftp://localhost", "https://user@gitlab.example.com",
            "https://gitlab.example.com?x=1", "https:///gitlab", "gitlab.example.com", "not a url" })
    void sendsATokenToNoSuchAddress(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerUrl.parse(url)).withMessageStartingWith("url must be");
    }

    @Test
    void takesOnlyTheApisPathOfAnAddressThatAnAnswerNames() {
        ServerUrl server = ServerUrl.parse("https://example.com/gitlab");

        assertThat(server.own(URI.create("http://internal:8080/gitlab/api/v4/projects/7?x=1")))
                .hasToString("https://example.com/gitlab/api/v4/projects/7?x=1");
        assertThat(server.own(URI.create("https://evil.example.com/login"))).isNull();
    }

    @Test
    void refusesFieldsOfAnotherShapeWithASentence() {
        assertThatIllegalArgumentException().isThrownBy(() -> parse("projects", 7)).withMessageStartingWith("projects must");
        assertThatIllegalArgumentException().isThrownBy(() -> parse("branches", true)).withMessageStartingWith("branches must");
        assertThatIllegalArgumentException().isThrownBy(() -> parse("pollInterval", "soon"))
                .withMessageStartingWith("pollInterval must");
        assertThatIllegalArgumentException().isThrownBy(() -> parse("url", 7)).withMessageStartingWith("url must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntegrationConfig.parse(Map.of("token", "with blank"), USUAL, ServerUrl.GITLAB_COM))
                .withMessageContaining("read_api");
    }

    @Test
    void keepsTheTokenOutOfItsWords() {
        assertThat(parse("projects", "acme/web")).hasToString("1 projects at https://gitlab.com");
        assertThat(parse("projects", "acme/web").token()).hasToString("an access token");
    }
}
