package io.painchain.github.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a token may be sent. */
class ApiUrlTest {

    private static String pattern() throws IOException {
        try (var json = ApiUrlTest.class.getResourceAsStream("/connector-metadata/github.json")) {
            return GitHubJson.tree(json.readAllBytes()).at("/configSchema/properties/apiUrl/pattern").asText();
        }
    }

    @ParameterizedTest
    @CsvSource({ "https://api.acme.ghe.com,https://api.acme.ghe.com/repos/acme/api,https://api.acme.ghe.com/graphql",
            "https://api.acme.ghe.com/,https://api.acme.ghe.com/repos/acme/api,https://api.acme.ghe.com/graphql",
            "https://ghe.acme.example/api/v3,https://ghe.acme.example/api/v3/repos/acme/api,https://ghe.acme.example/api/graphql",
            "http://127.0.0.1:8082/api/v3,http://127.0.0.1:8082/api/v3/repos/acme/api,http://127.0.0.1:8082/api/graphql" })
    void takesEveryKindOfGitHub(String written, String resource, String graphQl) throws IOException {
        assertThat(ApiUrl.parse(written).resolve("/repos/acme/api")).isEqualTo(URI.create(resource));
        assertThat(ApiUrl.usual(written).graphQl()).isEqualTo(URI.create(graphQl));
        assertThat(written).matches(pattern());
    }

    @Test
    void knowsGitHubItself() {
        assertThat(ApiUrl.usual("https://api.github.com").graphQl()).isEqualTo(URI.create("https://api.github.com/graphql"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://api.acme.ghe.com", "https://acme.ghe.com", "https://api.acme.ghe.com.evil.example",
            "https://api.acme.ghe.com/other", "https://api.evil.example/.ghe.com", "https://api..ghe.com",
            "https://evil.example",
            "https://user@api.acme.ghe.com", "https://api.acme.ghe.com?x=1", "https://api.acme.ghe.com#",
            "https://ghe.acme.example/#/api/v3", "https://ghe.acme.example/api/v3#/api/v3", "https:///api/v3",
            "https://ghe acme.example/api/v3", "https://ghe.acme.example/api/v3?/api/v3", "ftp://ghe.acme.example/api/v3",
            "https://ghe.acme.example\\@evil.example/api/v3", "http://10.0.0.1/api/v3", "http://localhost.evil.example/api/v3",
            "https://ghe.acme.example/api/graphql", "api.acme.ghe.com", "//ghe.acme.example/api/v3", "" })
    void refusesWhatOnlyLooksLikeOne(String written) throws IOException {
        assertThatThrownBy(() -> ApiUrl.parse(written)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("apiUrl");
        assertThat(written).doesNotMatch(pattern());
    }
}
