package io.painchain.backend.integration.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.connector.schema.ConfigSchema;
import io.painchain.backend.connector.schema.Schemas;
import io.painchain.model.validation.FieldError;

class ConfigChangeTest {

    private static final ConfigSchema SCHEMA = Schemas.of("""
            {"required": ["token"], "properties": {
              "token": {"type": "string", "writeOnly": true, "pattern": "^[a-z0-9_]+$"},
              "apiUrl": {"type": "string", "x-secret-target": true},
              "note": {"type": "string"},
              "hosts": {"type": "array", "items": {"properties": {
                "name": {"type": "string"},
                "url": {"type": "string", "x-secret-target": true},
                "password": {"type": "string", "writeOnly": true}}}},
              "app": {"type": "object", "writeOnly": true, "properties": {"id": {"type": "integer"}, "key": {"type": "string"}}}
            }}
            """);

    @Test
    void takesSecretsOutAndPutsThemBack() {
        // Given
        var config = json("""
                {"token": "ghp_0123456789abcdefa1b2", "note": "n", "hosts": [{"name": "a", "password": "short"}],
                 "app": {"id": 1, "key": "k"}}
                """);

        // When
        var secrets = change(config, null).secrets();

        // Then
        assertThat(secrets.masked()).isEqualTo(json("""
                {"token": "ghp_…a1b2", "note": "n", "hosts": [{"name": "a", "password": "••••••••"}], "app": "••••••••"}
                """));
        assertThat(secrets.paths()).containsExactly("/app", "/hosts/*/password", "/token");
        assertThat(secrets.clear()).isEqualTo(config);
    }

    @Test
    void keepsASecretThatIsSentAsItsMask() {
        var stored = stored("""
                {"token": "ghp_0123456789abcdefa1b2", "note": "old"}
                """);

        var change = change(json("""
                {"token": "ghp_…a1b2", "note": "new"}
                """), stored);

        assertThat(change.errors()).isEmpty();
        assertThat(change.secrets().clear()).isEqualTo(json("""
                {"token": "ghp_0123456789abcdefa1b2", "note": "new"}
                """));
    }

    @Test
    void refusesAMaskThatStandsForNothing() {
        var stored = stored("{\"token\": \"ghp_0123456789abcdefa1b2\"}");
        var expected = new FieldError("/config/token", "is a mask that stands for no stored secret; send the secret itself");

        assertThat(change(json("{\"token\": \"ghp_…xxxx\"}"), stored).errors()).containsExactly(expected);
        assertThat(change(json("{\"token\": \"••••••••\"}"), null).errors()).containsExactly(expected);
    }

    @Test
    void doesNotMoveASecretToAnotherField() {
        var stored = stored("{\"token\": \"secret\", \"hosts\": []}");

        assertThat(change(json("""
                {"token": "••••••••", "hosts": [{"name": "mine", "password": "••••••••"}]}
                """), stored).errors()).extracting(FieldError::pointer).containsExactly("/config/hosts/0/password");
    }

    @Test
    void wantsSecretsAnewWhereTheirTargetChanges() {
        var stored = stored("{\"token\": \"secret\", \"apiUrl\": \"https://good\"}");

        for (var config : new String[] { "{\"token\": \"••••••••\", \"apiUrl\": \"https://evil\"}",
                "{\"token\": \"••••••••\"}" }) {
            assertThat(change(json(config), stored).errors()).containsExactly(new FieldError("/config/token",
                    "must be sent anew, in clear, in the same request that changes where it is sent: /config/apiUrl"));
        }
        assertThat(change(json("{\"token\": \"secret\", \"apiUrl\": \"https://evil\"}"), stored).errors()).isEmpty();
        assertThat(change(json("{\"token\": \"••••••••\", \"apiUrl\": \"https://good\"}"), stored).errors()).isEmpty();
    }

    @Test
    void wantsSecretsAnewWhereATargetAppears() {
        var stored = stored("{\"token\": \"secret\"}");

        assertThat(change(json("{\"token\": \"••••••••\", \"apiUrl\": \"https://evil\"}"), stored).errors()).hasSize(1);
        assertThat(change(json("""
                {"token": "••••••••", "hosts": [{"url": "https://evil"}]}
                """), stored).errors()).hasSize(1);
    }

    @Test
    void followsItemsThatMoveWhereTheirMasksDiffer() {
        var stored = stored(
                """
                        {"token": "t", "hosts": [{"name": "a", "password": "aaaa0123456789aaaa"}, {"name": "b", "password": "bbbb0123456789bbbb"}]}
                        """);

        var change = change(json("""
                {"token": "••••••••", "hosts": [{"name": "b", "password": "bbbb…bbbb"}]}
                """), stored);

        assertThat(change.errors()).isEmpty();
        assertThat(change.secrets().clear().at("/hosts/0/password").textValue()).isEqualTo("bbbb0123456789bbbb");
    }

    @Test
    void asksAgainWhereItIsUnclearWhichItemIsMeant() {
        var stored = stored("""
                {"token": "t", "hosts": [{"name": "a", "password": "one"}, {"name": "b", "password": "two"}]}
                """);

        assertThat(change(json("""
                {"token": "••••••••", "hosts": [{"name": "b", "password": "••••••••"}, {"name": "a", "password": "••••••••"}]}
                """), stored).errors()).extracting(FieldError::pointer)
                .containsExactly("/config/hosts/0/password", "/config/hosts/1/password");
        assertThat(change(json("""
                {"token": "••••••••", "note": "x",
                 "hosts": [{"name": "a", "password": "••••••••"}, {"name": "b", "password": "••••••••"}]}
                """), stored).secrets().clear().at("/hosts/1/password").textValue()).isEqualTo("two");
    }

    @Test
    void remembersWhatOnceWasASecret() {
        // Given
        var stored = stored("{\"token\": \"secret\", \"hosts\": [{\"password\": \"p\"}]}");
        var later = Schemas.of("""
                {"properties": {"token": {"type": "string"}, "hosts": {"type": "array"}, "note": {"type": "string"}}}
                """);

        // When
        var change = ConfigChange.of(json("""
                {"token": "••••••••", "hosts": [{"password": "new"}, {"password": "newer"}], "note": "n"}
                """), later, Optional.of(stored));

        // Then
        assertThat(change.errors()).isEmpty();
        assertThat(change.secrets().masked()).isEqualTo(json("""
                {"token": "••••••••", "hosts": [{"password": "••••••••"}, {"password": "••••••••"}], "note": "n"}
                """));
    }

    @Test
    void quotesNoSecretThatIsWrong() {
        var errors = change(json("{\"token\": \"NOT A TOKEN canary\"}"), null).errors();

        assertThat(errors).containsExactly(new FieldError("/config/token", "must match the pattern ^[a-z0-9_]+$"));
    }

    @Test
    void findsPlacesWithOddNames() {
        var schema = Schemas.of("{\"properties\": {\"a/b~c*\": {\"writeOnly\": true}}}");
        var config = json("{\"a/b~c*\": \"s\"}");

        var secrets = Secrets.of(config, schema, Set.of());

        assertThat(secrets.masked()).isEqualTo(json("{\"a/b~c*\": \"••••••••\"}"));
        assertThat(secrets.clear()).isEqualTo(config);
    }

    private static ConfigChange.Result change(ObjectNode config, Secrets stored) {
        return ConfigChange.of(config, SCHEMA, Optional.ofNullable(stored));
    }

    private static Secrets stored(String config) {
        return Secrets.of(json(config), SCHEMA, Set.of());
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
