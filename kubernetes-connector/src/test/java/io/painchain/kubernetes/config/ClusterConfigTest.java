package io.painchain.kubernetes.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterConfigTest {

    private static Map<String, Object> with(Object... pairs) {
        Map<String, Object> config = new HashMap<>(
                Map.of("clusterName", "prod", "apiUrl", "https://10.0.0.1:6443", "token", "t0ken"));
        for (int i = 0; i < pairs.length; i += 2) {
            config.put((String) pairs[i], pairs[i + 1]);
        }
        return config;
    }

    private static ClusterConfig parse(Map<String, Object> config) {
        return ClusterConfig.parse(config, false);
    }

    /**
     * Each field with what is wrong with it: another type, out of range, no such field, an address that a token must not go to.
     */
    static Stream<Arguments> faults() {
        String aList = "must be a list of texts, or one text with commas";
        String metadata = "apiUrl leads into the network of the machine's metadata";
        String https = "apiUrl must be an https address";
        String seconds = "pollInterval must be a whole number of seconds from 60 to 3600";
        return Stream.of(
                arguments("clusterName", null, "clusterName is required"),
                arguments("clusterName", "", "clusterName is required"),
                arguments("clusterName", 1, "clusterName must be a text"),
                arguments("clusterName", "a b", "clusterName must be 1 to"),
                arguments("clusterName", "a".repeat(64), "clusterName must be 1 to"),
                arguments("apiUrl", List.of("https://x"), "apiUrl must be a text"), arguments("apiUrl", "ftp://x", https),
                arguments("apiUrl", "x", https), arguments("apiUrl", "https://u:p@x", https),
                arguments("apiUrl", "https://x?a=b", https), arguments("apiUrl", "https://x#a", https),
                arguments("apiUrl", "http://10.0.0.1", "apiUrl must be https"),
                arguments("apiUrl", "http://prod.example", "apiUrl must be https"),
                arguments("apiUrl", "https://169.254.169.254", metadata),
                arguments("apiUrl", "http://169.254.169.254", metadata),
                arguments("apiUrl", "https://[fe80::1]", metadata), arguments("apiUrl", "https://[fd00:ec2::254]", metadata),
                arguments("apiUrl", "https://[::ffff:169.254.169.254]", metadata),
                arguments("apiUrl", "https://metadata.google.internal", metadata),
                arguments("apiUrl", "https://0.0.0.0", metadata),
                arguments("apiUrl", "https://100.100.100.200", metadata),
                arguments("token", null, "token is required"), arguments("token", "", "token is required"),
                arguments("token", 1, "token must be a text"), arguments("token", "two words", "token has characters"),
                arguments("token", "a\nb", "token has characters"), arguments("token", "zw\u00f6lf", "token has characters"),
                arguments("caCertificate", true, "caCertificate must be a text"),
                arguments("caCertificate", "nothing", "caCertificate is no PEM"),
                arguments("caCertificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                        "caCertificate is no PEM"),
                arguments("caCertificate", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                        "caCertificate is no PEM"),
                arguments("namespaces", 1, "namespaces " + aList), arguments("namespaces", List.of(1), "namespaces " + aList),
                arguments("namespaces", Map.of("a", "b"), "namespaces " + aList),
                arguments("namespaces", "Not_A_Name", "Not a namespace's name"),
                arguments("namespaces", List.of("a".repeat(64)), "Not a namespace's name"),
                arguments("pollInterval", 59, seconds), arguments("pollInterval", 3_601, seconds),
                arguments("pollInterval", 60.5, seconds), arguments("pollInterval", "60", seconds),
                arguments("pollInterval", -1, seconds), arguments("pollInterval", 1e12, seconds),
                arguments("helm", "yes", "helm must be true or false"),
                arguments("secrets", 1, "secrets must be true or false"),
                arguments("autoscaling", "on", "autoscaling must be true or false"),
                arguments("problems", List.of(), "problems must be true or false"),
                arguments("nodes", "true", "nodes must be true or false"), arguments("ignore", 1, "ignore " + aList),
                arguments("ignore", List.of(true), "ignore " + aList),
                arguments("imageRepositories", 1, "imageRepositories " + aList),
                arguments("imageRepositories", "ghcr.io/acme/api", "image=owner/repo"),
                arguments("imageRepositories", "ghcr.io/acme/api=acme", "image=owner/repo"),
                arguments("colour", "red", "Unknown field: colour"), arguments("insecureSkipTlsVerify", true, "Unknown field"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatIsWrongInASentence(String field, Object value, String sentence) {
        Map<String, Object> config = with();
        config.put(field, value);
        if (value == null) {
            config.remove(field);
        }

        assertThatThrownBy(() -> parse(config)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sentence);
    }

    @Test
    void takesTheEndsOfEachRange() {
        assertThat(parse(with("pollInterval", 60)).pollInterval()).hasSeconds(60);
        assertThat(parse(with("pollInterval", 3_600.0)).pollInterval()).hasSeconds(3_600);
        assertThat(parse(with("clusterName", "a".repeat(63))).clusterName()).hasSize(63);
        assertThat(parse(with("apiUrl", "http://127.0.0.1:8001")).login()).isPresent();
    }

    @Test
    void opensItsOwnClusterOnlyToTenantsThatTheOperatorNames() {
        Map<String, Object> config = Map.of("clusterName", "prod");

        assertThat(ClusterConfig.parse(config, true).login()).isEmpty();
        assertThatThrownBy(() -> parse(config)).hasMessageContaining("PAINCHAIN_KUBERNETES_IN_CLUSTER_TENANTS");
        assertThatThrownBy(() -> ClusterConfig.parse(Map.of("clusterName", "prod", "token", "t"), true))
                .hasMessageContaining("apiUrl is required");
    }

    @Test
    void takesListsAndTextsWithCommas() {
        ClusterConfig config = parse(with("namespaces", "a, team-* ,!team-x", "imageRepositories",
                List.of("ghcr.io/acme/api=acme/api"), "ignore", List.of("*/configmap/*-lock")));

        assertThat(List.of("a", "team-b")).allMatch(config.namespaces()::matches);
        assertThat(List.of("b", "team-x", "ateam-b")).noneMatch(config.namespaces()::matches);
        assertThat(config.imageRepositories()).containsEntry("ghcr.io/acme/api", "acme/api");
        assertThat(config.ignore().names("payments/configmap/my-lock")).isTrue();
        assertThat(config.ignore().names("payments/configmap/api-env")).isFalse();
        assertThat(config.toString()).isEqualTo("cluster prod at https://10.0.0.1:6443");
    }
}
