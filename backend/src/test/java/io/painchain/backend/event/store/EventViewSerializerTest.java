package io.painchain.backend.event.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Every component of the record, as Jackson would write it by itself. */
class EventViewSerializerTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();
    private static final JsonMapper BY_REFLECTION = MAPPER.rebuild().addMixIn(EventView.class, Reflected.class).build();

    @JsonSerialize
    private interface Reflected {
    }

    private record Answer(@JsonUnwrapped EventView event, String outcome) {
    }

    @Test
    void writesAllThatThereIs() throws JsonProcessingException {
        assertSame(EventViewBuilder.builder().id("0198").tenantId("acme").integrationId("0199").integrationName("Acme \"A\"")
                .title("Grüße\n✓").connector("github").project("acme/api").type("push")
                .timestamp(Instant.parse("2026-01-31T12:00:00.123456Z")).endTimestamp(Instant.parse("2026-01-31T12:00:01Z"))
                .asOf(Instant.parse("2026-01-31T12:00:01.5Z")).externalId("push-1").description("text").author("ada")
                .url("https://example.test/1").status("success").tags(List.of("a", "b\\")).entity("branch:main")
                .correlationKeys(List.of("commit:1")).data(EventData.stored("{\"a\": [1, null]}")).revision(3)
                .receivedAt(Instant.parse("2026-02-01T00:00:00Z")).updatedAt(Instant.parse("2026-02-02T00:00:00.000001Z"))
                .build());
    }

    @Test
    void writesWhatIsAbsentAsNull() throws JsonProcessingException {
        assertSame(EventViewBuilder.builder().id("0198").title("t").tags(List.of()).build());
    }

    private static void assertSame(EventView event) throws JsonProcessingException {
        var byReflection = BY_REFLECTION.writeValueAsString(event);
        var inAnAnswer = MAPPER.writeValueAsString(new Answer(event, "created"));

        assertThat(MAPPER.writeValueAsString(event)).isEqualTo(byReflection);
        assertThat(inAnAnswer)
                .isEqualTo(byReflection.substring(0, byReflection.length() - 1) + ",\"outcome\":\"created\"}");
    }
}
