package io.painchain.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

class AuditMaskTest {

    @Test
    void hidesWhatIsNamedLikeASecret() throws JsonProcessingException {
        var json = new ObjectMapper();
        var state = json.readTree("""
                {"name": "n", "config": {"password": "in-clear", "token": "ghp_…ghij", "webhookSecret": "in-clear",
                 "servers": [{"api_key": "in-clear", "url": "https://a.example"}], "tokens": 3}}""");

        assertThat(AuditMask.of(state)).isEqualTo(json.readTree("""
                {"name": "n", "config": {"password": "…", "token": "ghp_…ghij", "webhookSecret": "…",
                 "servers": [{"api_key": "…", "url": "https://a.example"}], "tokens": 3}}"""));
        assertThat(AuditMask.of(null)).isNull();
    }
}
