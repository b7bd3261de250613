package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the backend says of a GitLab configuration by the schema that the connector registers: every field, every way. */
@ExtendWith(SharedInstallation.class)
class GitLabConfigIT {

    private static final Path METADATA = Path.of("..", "gitlab-connector", "src", "main", "resources", "connector-metadata",
            "gitlab.json");

    private final Installation installation;

    GitLabConfigIT(Installation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void register() throws Exception {
        installation.asConnector().body(Files.readString(METADATA)).put("/api/connectors/gitlab").then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"projects": "acme/web"}                                   | /config/token | is required
            {"token": 7}                                               | /config/token | must be a string
            {"token": ""}                                              | /config/token | must be an access token of GitLab
            {"token": "two words"}                                     | /config/token | must be an access token of GitLab
            {"token": "t", "projects": 7}                              | /config/projects | must be a string, or must be an array
            {"token": "t", "projects": {"path": "acme/web"}}           | /config/projects | must be a string, or must be an array
            {"token": "t", "projects": "acme web"}                     | /config/projects | must be an array, or must be group/project
            {"token": "t", "projects": ["acme"]}                       | /config/projects/0 | must be a JSON object, or must be a whole number, or must be group/project
            {"token": "t", "projects": ["acme/web", "acme/../x"]}      | /config/projects/1 | must be a JSON object, or must be a whole number, or must be group/project
            {"token": "t", "projects": [0]}                            | /config/projects/0 | must be a JSON object, or must be a string, or must be at least 1
            {"token": "t", "projects": [true]}                         | /config/projects/0 | must be a JSON object
            {"token": "t", "projects": [{"tags": ["a"]}]}              | /config/projects/0/path | is required
            {"token": "t", "projects": [{"path": "acme"}]}             | /config/projects/0/path | must be group/project
            {"token": "t", "projects": [{"path": "acme/web", "tag": "a"}]} | /config/projects/0/tag | is not a field
            {"token": "t", "projects": [{"path": "acme/web", "tags": [""]}]} | /config/projects/0/tags/0 | must be at least 1
            {"token": "t", "branches": true}                           | /config/branches | must be a string, or must be an array
            {"token": "t", "branches": [7]}                            | /config/branches/0 | must be a string
            {"token": "t", "branches": [""]}                           | /config/branches/0 | must be at least 1
            {"token": "t", "pollInterval": "often"}                    | /config/pollInterval | must be a whole number
            {"token": "t", "pollInterval": 60.5}                       | /config/pollInterval | must be a whole number
            {"token": "t", "pollInterval": 59}                         | /config/pollInterval | must be at least 60
            {"token": "t", "pollInterval": 3601}                       | /config/pollInterval | must be at most 3600
            {"token": "t", "url": 7}                                   | /config/url | must be a string
            {"token": "t", "url": "http://gitlab.example.com"}         | /config/url | must be the https address of a GitLab server
            {"token": "t", "url": "gitlab.example.com"}                | /config/url | must be the https address of a GitLab server
            {"token": "t", "url": "https://me@gitlab.example.com"}     | /config/url | must be the https address of a GitLab server
            {"token": "t", "url": "https://gitlab.example.com?x=1"}    | /config/url | must be the https address of a GitLab server
            {"token": "t", "webhookSecret": "too short"}               | /config/webhookSecret | must be at least 16
            {"token": "t", "tokn": "t"}                                | /config/tokn | is not a field that this connector knows
            {"token": "t", "caCertificate": "-----BEGIN"}              | /config/caCertificate | is not a field
            """)
    void refusesWhatIsWrongByNameAndInWords(String config, String pointer, String detail) {
        var problem = installation.api().body(body(config)).post("/api/integrations").then().statusCode(400).extract()
                .jsonPath();

        var details = problem.<Map<String, String>> getList("errors").stream()
                .filter(error -> error.get("pointer").equals(pointer)).map(error -> error.get("detail")).toList();
        assertThat(details).as("errors: %s", problem.getList("errors")).singleElement(STRING).startsWith(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"token\": \"glpat-some0000000000000000\"}",
            "{\"token\": \"glpat-some0000000000000000\", \"projects\": \"acme/web, acme/shop/api, 4711\", \"branches\": \"main\"}",
            "{\"token\": \"glpat-some0000000000000000\", \"projects\": [\"acme/web\", 4711, {\"path\": \"a/b/c/d\", \"tags\": [\"x\"]}],"
                    + " \"branches\": [\"main\", \"release/*\"], \"pollInterval\": 60, \"url\": \"https://example.com/gitlab\"}" })
    void takesWhatIsRight(String config) {
        var id = installation.api().body(body(config)).post("/api/integrations").then().statusCode(201).extract().path("id");

        installation.api().delete("/api/integrations/" + id).then().statusCode(204);
    }

    /** Disabled, so that nobody asks for what is not there. */
    private static String body(String config) {
        return "{\"type\": \"gitlab\", \"name\": \"Bad\", \"enabled\": false, \"config\": " + config + "}";
    }
}
