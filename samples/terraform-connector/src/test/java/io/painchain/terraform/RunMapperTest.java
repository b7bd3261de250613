package io.painchain.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.painchain.connector.draft.DraftScope;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.model.event.EventDraft;

class RunMapperTest {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private record Scope() implements DraftScope {

        @Override
        public String connector() {
            return "terraform";
        }

        @Override
        public Instant answeredAt() {
            return null;
        }

        @Override
        public String integrationId() {
            return "an-integration";
        }

        @Override
        public String project() {
            return "acme/production";
        }

        @Override
        public List<String> tags() {
            return List.of();
        }
    }

    private static Run run(String status) throws JsonProcessingException {
        return JSON.readValue("""
                {"id": "run-CZcmD7eagjhyX0vN", "type": "runs", "attributes": {
                  "created-at": "2026-11-20T09:00:00.000Z", "status": "%s", "message": "Add a queue", "source": "tfe-api",
                  "has-changes": true, "is-destroy": false,
                  "status-timestamps": {"planned-at": "2026-11-20T09:01:00+00:00", "applied-at": "2026-11-20T09:03:00+00:00"}}}
                """.formatted(status), Run.class);
    }

    @Test
    void makesAnEventOfARun() throws JsonProcessingException {
        EventDraft draft = RunMapper.toDraft(new Scope(), run("applied"));

        assertThat(draft.type()).isEqualTo("TerraformRun");
        assertThat(draft.title()).isEqualTo("[Terraform] Add a queue");
        assertThat(draft.externalId()).isEqualTo("terraform-run-run-CZcmD7eagjhyX0vN");
        assertThat(draft.timestamp()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(draft.endTimestamp()).isEqualTo("2026-11-20T09:03:00Z").isEqualTo(draft.asOf());
        assertThat(draft.status()).isEqualTo("success");
        assertThat(draft.url()).isEqualTo("https://app.terraform.io/app/acme/workspaces/production/runs/run-CZcmD7eagjhyX0vN");
        assertThat(draft.data()).containsEntry("run_id", "run-CZcmD7eagjhyX0vN").containsEntry("status", "applied")
                .containsEntry("workspace", "production").containsEntry("changes", true);
        assertThat(ConnectorMetadata.load("terraform").eventTypes().get(RunMapper.TYPE).fields())
                .containsKeys(draft.data().keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({ "planning, in_progress, true", "applied, success, false", "planned_and_finished, success, false",
            "errored, failure, false", "canceled, cancelled, false", "a_status_of_tomorrow, in_progress, true" })
    void knowsWhetherARunGoesOn(String status, String word, boolean goesOn) throws JsonProcessingException {
        EventDraft draft = RunMapper.toDraft(new Scope(), run(status));

        assertThat(draft.status()).isEqualTo(word);
        assertThat(run(status).goesOn()).isEqualTo(goesOn);
        assertThat(draft.endTimestamp() == null).isEqualTo(goesOn);
    }

    @Test
    void readsNoRunWithoutATime() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> JSON.readValue("{\"id\": \"run-1\", \"attributes\": {\"status\": \"applied\"}}", Run.class));
    }
}
