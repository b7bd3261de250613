package io.painchain.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

class AuditChainTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00.123456Z");
    private static final UUID KEY = new UUID(1, 2);

    @Test
    void everyPartCounts() {
        var one = AuditChain.hash(entry("acme", "ann", "team", "a", "b"), 1, AuditChain.BEGINNING);

        assertThat(AuditChain.hash(entry("acme", "ann", "team", "a", "b"), 1, AuditChain.BEGINNING)).isEqualTo(one);
        assertThat(AuditChain.hash(entry("acme", "ann", "team", "a", "b"), 2, AuditChain.BEGINNING)).isNotEqualTo(one);
        assertThat(AuditChain.hash(entry("acme", "ann", "team", "a", "b"), 1, one)).isNotEqualTo(one);
        assertThat(AuditChain.hash(entry("acmf", "ann", "team", "a", "b"), 1, AuditChain.BEGINNING)).isNotEqualTo(one);
        assertThat(AuditChain.hash(entry("acme", null, "team", "a", "b"), 1, AuditChain.BEGINNING)).isNotEqualTo(one);
        assertThat(AuditChain.hash(entry("acme", "ann", "team", "a", "c"), 1, AuditChain.BEGINNING)).isNotEqualTo(one);
    }

    @Test
    void textThatMovesFromOnePartToTheNextCounts() {
        assertThat(AuditChain.hash(entry("acme", "ann", "team", "ab", "c"), 1, AuditChain.BEGINNING))
                .isNotEqualTo(AuditChain.hash(entry("acme", "ann", "team", "a", "bc"), 1, AuditChain.BEGINNING));
        assertThat(AuditChain.hash(entry("acme", "", "team", "a", "b"), 1, AuditChain.BEGINNING))
                .isNotEqualTo(AuditChain.hash(entry("acme", null, "team", "a", "b"), 1, AuditChain.BEGINNING));
    }

    @Test
    void keepsOfTwoStatesWhatDiffers() throws JsonProcessingException {
        // Given
        var json = new ObjectMapper();
        var before = json.readTree("{\"name\": \"a\", \"config\": {\"token\": \"…1\", \"list\": [1], \"old\": 1}}");
        var after = json.readTree("{\"name\": \"a\", \"config\": {\"token\": \"…2\", \"list\": [1], \"new\": 2}}");

        // When
        var difference = AuditDifference.of(before, after);

        // Then
        assertThat(difference.before()).isEqualTo(json.readTree("{\"config\": {\"token\": \"…1\", \"old\": 1}}"));
        assertThat(difference.after()).isEqualTo(json.readTree("{\"config\": {\"token\": \"…2\", \"new\": 2}}"));
        assertThat(AuditDifference.of(json.nullNode(), after).after()).isEqualTo(after);
    }

    private static AuditEntry entry(String tenant, String actor, String kind, String before, String after) {
        return new AuditEntry(tenant, AT, new AuditEntry.Actor(actor, "owner", KEY, null, "127.0.0.1", "r"), "putTeam", kind,
                "1",
                before, after);
    }
}
