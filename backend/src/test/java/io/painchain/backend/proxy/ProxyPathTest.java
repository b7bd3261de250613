package io.painchain.backend.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.resteasy.problem.HttpProblem;

class ProxyPathTest {

    @ParameterizedTest
    @CsvSource({ "/api/v1/git/acme/api/info, acme/api/info, acme/api",
            "/api/v1/git/acme/a%2Bb/labels/x%20y, acme/a%2Bb/labels/x%20y, acme/a+b",
            "/api/v1/git/acme/a+b, acme/a+b, acme/a+b",
            "/api/v1/git/acme%2Fgroup%2Fsub%2Fweb/info, acme%2Fgroup%2Fsub%2Fweb/info, acme/group/sub/web",
            "/api/v1/git/acme%2fapi/labels/x, acme%2fapi/labels/x, acme/api", "/api/v1/git/acme%2Fapi, acme%2Fapi, acme/api" })
    void keepsThePathAndFindsTheRepository(String path, String text, String repository) {
        assertThat(ProxyPath.of(path).text()).isEqualTo(text);
        assertThat(ProxyPath.of(path).repository()).contains(repository);
    }

    @Test
    void findsNoRepositoryInOneSegment() {
        assertThat(ProxyPath.of("/api/v1/git/user").repository()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "acme//x", "acme/../x", "acme/%2e%2E/x", "acme/./x", "acme/a%2fb", "acme%2Fapi/labels/a%2Fb",
            "acme%2F%2Fapi/x", "acme%2F../x", "%2Fapi/x", "acme%2F/x", "acme%2F%2e%2e%2Fx/y",
            "acme/api/", "acme/%zz" })
    void refusesWhatLeadsElsewhere(String path) {
        assertThatThrownBy(() -> ProxyPath.of("/api/v1/git/" + path)).isInstanceOf(HttpProblem.class);
    }
}
