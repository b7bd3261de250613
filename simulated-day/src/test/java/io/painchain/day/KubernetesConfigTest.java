package io.painchain.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the backend refuses of a cluster's configuration by the schema that the connector registered, before it is stored. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class KubernetesConfigTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @TestHTTPResource("/api")
    URI api;

    @Inject
    ObjectMapper json;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void register() {
        new BackendClient(api, "test-connector-key", DEADLINE).register(ConnectorMetadata.load("kubernetes"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(arguments("clusterName", null), arguments("clusterName", ""), arguments("clusterName", 1),
                arguments("clusterName", "a b"), arguments("clusterName", "a".repeat(64)), arguments("apiUrl", 1),
                arguments("apiUrl", "ftp://x"), arguments("apiUrl", "https://u:p@x"), arguments("apiUrl", "https://x?a"),
                arguments("token", null), arguments("token", 1), arguments("token", "two words"),
                arguments("token", "t".repeat(16_385)), arguments("caCertificate", true), arguments("caCertificate", "no PEM"),
                arguments("namespaces", 1), arguments("namespaces", List.of(1)), arguments("namespaces", List.of("Not_A_Name")),
                arguments("pollInterval", 59), arguments("pollInterval", 3_601), arguments("pollInterval", 60.5),
                arguments("pollInterval", "60"), arguments("helm", "yes"), arguments("secrets", 1),
                arguments("autoscaling", "on"), arguments("problems", List.of()), arguments("nodes", "true"),
                arguments("ignore", 1), arguments("ignore", List.of(true)), arguments("imageRepositories", 1),
                arguments("imageRepositories", List.of("ghcr.io/acme/api")), arguments("colour", "red"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isRefusedWithTheNameOfTheFieldThatIsWrong(String field, Object value) throws Exception {
        Map<String, Object> config = new HashMap<>(
                Map.of("clusterName", "prod", "apiUrl", "https://10.0.0.1:6443", "token", "t0ken"));
        config.put(field, value);
        config.values().removeIf(one -> one == null);

        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(api + "/integrations")).timeout(DEADLINE)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(
                        Map.of("type", "kubernetes", "name", "Wrong", "config", config))))
                .build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode errors = json.readTree(answer.body()).path("errors");
        assertThat(errors).as(answer.body()).isNotEmpty()
                .allMatch(error -> error.path("pointer").asText().startsWith("/config"))
                .anyMatch(error -> error.toString().contains(field));
    }
}
