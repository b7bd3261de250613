package io.painchain.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.security.Digests;

class AuditMaskTest {

    private final AuditMask mask = new AuditMask(Digests.of("a connector key of tests"));

    @Test
    void hidesWhatIsNamedLikeASecret() throws JsonProcessingException {
        assertThat(mask.of(json("""
                {"name": "n", "settings": {"password": "in-clear", "token": "ghp_…ghij", "webhookSecret": "in-clear",
                 "servers": [{"api_key": "in-clear", "url": "https://a.example"}], "tokens": 3}}"""))).isEqualTo(json("""
                {"name": "n", "settings": {"password": "…", "token": "ghp_…ghij", "webhookSecret": "…",
                 "servers": [{"api_key": "…", "url": "https://a.example"}], "tokens": 3}}"""));
        assertThat(mask.of(null)).isNull();
    }

    @Test
    void showsTextsOfAConfigurationAsDigestsThatTellThemApart() throws JsonProcessingException {
        var one = mask.of(json("""
                {"name": "n", "config": {"note": "one", "password": "in-clear", "token": "ghp_…ghij", "size": 3, "on": true,
                 "hook": "https://hooks.example.com/T0/secret", "api": "https://api.example.com:8443",
                 "repositories": ["acme/api"], "inner": {"note": "one"}}}"""));

        assertThat(one.path("name").asText()).isEqualTo("n");
        var config = one.path("config");
        assertThat(config.path("note").asText()).matches("digest:[0-9a-f]{8}")
                .isEqualTo(config.path("inner").path("note").asText())
                .isNotEqualTo(mask.of(json("{\"config\": {\"note\": \"two\"}}")).path("config").path("note").asText());
        assertThat(config.path("hook").asText()).matches("https://hooks\\.example\\.com digest:[0-9a-f]{8}");
        assertThat(config.path("api").asText()).startsWith("https://api.example.com:8443 digest:");
        assertThat(config.path("password").asText()).isEqualTo("…");
        assertThat(config.path("token").asText()).isEqualTo("ghp_…ghij");
        assertThat(config.path("size").asInt()).isEqualTo(3);
        assertThat(config.path("on").asBoolean()).isTrue();
        assertThat(config.path("repositories")).isEqualTo(json("[\"acme/api\"]"));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
