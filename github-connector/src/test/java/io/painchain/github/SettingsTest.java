package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.connector.backend.ConnectorKey;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.auth.AccessToken;
import io.painchain.github.config.IntegrationConfig;

/** What users and operators write, and what becomes of it. */
class SettingsTest {

    private static final Duration USUAL = Duration.ofSeconds(60);

    private static IntegrationConfig parse(Object repositories) {
        return IntegrationConfig.parse(Map.of("token", " ghp_abc ", "repositories", repositories), USUAL, ApiUrl.GITHUB_COM);
    }

    private static RepositoryName name(String text) {
        return RepositoryName.parse(text).orElseThrow();
    }

    @Test
    void readsRepositoriesInEveryForm() {
        assertThat(parse("acme/api, acme/web,").repositories()).containsOnlyKeys(name("acme/api"), name("acme/web"));
        assertThat(parse(List.of("acme/api")).repositories()).containsOnlyKeys(name("acme/api"));
        assertThat(parse(List.of(Map.of("owner", "acme", "repo", "api", "tags", List.of("a")))).repositories())
                .containsEntry(name("acme/api"), List.of("a"));
        assertThat(parse("").repositories()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "acme", "acme/..", "acme/.", "../etc", "acme/a/b", "acme/a b", "/api", "acme/", "acme/a?x",
            "a%2f/b" })
    void takesNoPathForAName(String text) {
        assertThat(parse(List.of(text)).repositories()).isEmpty();
        assertThat(parse(List.of(text)).unsound()).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://github.example.com/api/v3", "https://github.example.com", "ftp://localhost/api/v3",
            "https://user@github.example.com/api/v3", "https://github.example.com/api/v3?x=1", "https:///api/v3" })
    void sendsATokenToNoSuchAddress(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> ApiUrl.parse(url)).withMessageStartingWith("apiUrl must be");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://github.example.com/api/v3", "https://github.example.com:8443/api/v3/",
            "http://localhost:8082/api/v3", "http://127.0.0.1:8082/api/v3", "http://[::1]:8082/api/v3" })
    void sendsATokenToSuchAnAddress(String url) {
        assertThat(ApiUrl.parse(url).base().toString()).isEqualTo(url.replaceAll("/$", ""));
    }

    @Test
    void knowsItsOwnAddressWithAndWithoutThePort() {
        ApiUrl api = ApiUrl.parse("https://GitHub.example.com/api/v3");

        assertThat(api.leadsTo(java.net.URI.create("https://github.example.com:443/x"))).isTrue();
        assertThat(api.leadsTo(java.net.URI.create("http://github.example.com/x"))).isFalse();
        assertThat(api.leadsTo(java.net.URI.create("https://github.example.com:8443/x"))).isFalse();
        assertThat(api.leadsTo(java.net.URI.create("https://github.example.com.evil.example/x"))).isFalse();
    }

    @Test
    void keepsTheTokenOutOfItsWords() {
        assertThat(parse("acme/api").toString()).doesNotContain("ghp_").contains("1 repositories");
        assertThat(parse("acme/api").credentials()).isEqualTo(new AccessToken("ghp_abc"));
    }

    @Test
    void wantsAToken() {
        assertThatIllegalArgumentException().isThrownBy(() -> IntegrationConfig.parse(Map.of(), USUAL, ApiUrl.GITHUB_COM))
                .withMessageContaining("token");
    }

    @Test
    void readsTheConnectorKeyFromItsFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("connector-key"), "secret-key\n");

        assertThat(ConnectorKey.read(Optional.empty(), Optional.of(file.toString()))).isEqualTo("secret-key");
        assertThat(ConnectorKey.read(Optional.of("direct"), Optional.of(file.toString()))).isEqualTo("direct");
    }

    @Test
    void doesNotStartWithoutAConnectorKey(@TempDir Path folder) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectorKey.read(Optional.empty(), Optional.of(" ")))
                .withMessageStartingWith("No connector key: set PAINCHAIN_CONNECTOR_KEY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorKey.read(Optional.empty(), Optional.of(folder.resolve("none").toString())))
                .withMessageContaining("cannot be read from");
    }
}
