package io.painchain.kubernetes.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clusterName       | ''                         | clusterName is required
            clusterName       | a b                        | clusterName must be
            apiUrl            | ftp://x                    | apiUrl must be an https address
            apiUrl            | https://u:p@x              | apiUrl must be an https address
            apiUrl            | http://10.0.0.1            | apiUrl must be https
            apiUrl            | https://169.254.169.254    | network of the machine's metadata
            apiUrl            | https://[fe80::1]          | network of the machine's metadata
            apiUrl            | https://[fd00:ec2::254]    | network of the machine's metadata
            apiUrl            | https://metadata.google.internal | network of the machine's metadata
            apiUrl            | https://0.0.0.0            | network of the machine's metadata
            token             | ''                         | token is required
            token             | two words                  | token has characters
            caCertificate     | nothing                    | caCertificate is no PEM
            namespaces        | Not_A_Name                 | Not a namespace's name
            imageRepositories | ghcr.io/acme/api           | image=owner/repo
            colour            | red                        | Unknown field: colour
            """)
    void saysWhatIsWrongInASentence(String field, String value, String sentence) {
        assertThatThrownBy(() -> parse(with(field, value))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesValuesOfAnotherType() {
        assertThatThrownBy(() -> parse(with("helm", "yes"))).hasMessage("helm must be true or false");
        assertThatThrownBy(() -> parse(with("token", 1))).hasMessage("token must be a text");
        assertThatThrownBy(() -> parse(with("namespaces", 1))).hasMessageContaining("namespaces must be a list");
        assertThatThrownBy(() -> parse(with("namespaces", List.of(1)))).hasMessageContaining("namespaces must be a list");
        assertThatThrownBy(() -> parse(with("pollInterval", 59))).hasMessageContaining("60 to 3600");
        assertThatThrownBy(() -> parse(with("pollInterval", 60.5))).hasMessageContaining("60 to 3600");
        assertThatThrownBy(() -> parse(with("pollInterval", "60"))).hasMessageContaining("60 to 3600");
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
