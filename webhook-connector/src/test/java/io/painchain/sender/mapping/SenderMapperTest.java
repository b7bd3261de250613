package io.painchain.sender.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.event.EventDraft;

/** What the senders' bodies become, in the shapes that they document. */
class SenderMapperTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant RECEIVED = Instant.parse("2026-03-02T10:00:00Z");
    private static final Map<String, SenderMapper> MAPPERS = SenderMapper.ALL.stream()
            .collect(Collectors.toMap(SenderMapper::type, mapper -> mapper));

    private static ObjectNode body(String type) throws IOException {
        try (InputStream file = SenderMapperTest.class.getResourceAsStream("/senders/" + type + ".json")) {
            return (ObjectNode) JSON.readTree(file);
        }
    }

    private static List<EventDraft> read(String type, JsonNode body) throws IOException {
        return MAPPERS.get(type).read(body, "0195-test", RECEIVED).drafts();
    }

    private static EventDraft read(String type) throws IOException {
        return read(type, body(type)).get(0);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            jenkins,       build-asgard-18,                                        [Build] ✓ asgard #18,                2026-03-02T09:03:25Z
            argocd,        sync-guestbook-53e28ff20cc530b9ada2173fbbd64d48338583ba@2026-03-02T09:00:00Z, [Deployment] guestbook success, 2026-03-02T09:00:00Z
            hcp-terraform, run-run-FwnENkvDnrpyFC7M,                               [Run] my-workspace applied,          2026-03-02T09:00:00Z
            launchdarkly,  audit-5a8a6bb0e4b0f3e0c5b0c111,                         [Flag] Ada Lovelace turned on the flag New checkout in Production, 2026-03-02T09:00:00Z
            alertmanager,  alert-5ef77f1f8a3ecb8d@2026-03-02T09:00:00.123Z,        [Alert] ✗ Latency is high,           2026-03-02T09:00:00.123Z
            pagerduty,     incident-PGR0VU2#01CHA9OQ6GBK1OW3AVQAGP9BWV,            [Incident] acknowledged: A little bump in the road, 2026-03-02T09:00:19.444Z
            grafana,       alert-c6eadffa33fcdf37@2026-03-02T08:00:00Z,            [Alert] ✓ The disk of db-1 is full,  2026-03-02T08:00:00Z
            """)
    void mapsABody(String type, String id, String title, Instant at) throws IOException {
        // When
        EventDraft draft = read(type);

        // Then
        assertThat(draft.externalId()).isEqualTo(id);
        assertThat(draft.title()).isEqualTo(title);
        assertThat(draft.timestamp()).isEqualTo(at);
        assertThat(draft.connector()).isEqualTo(type);
        assertThat(draft.asOf()).isNotNull().isBeforeOrEqualTo(RECEIVED);
    }

    @Test
    void everyMapperHasMetadataThatNamesItsEventsAndWhatProvesThem() throws IOException {
        for (SenderMapper mapper : SenderMapper.ALL) {
            ConnectorType type = ConnectorMetadata.load(mapper.type());
            assertThat(type.intake().verify().scheme()).isNotNull();
            assertThat(type.eventTypes()).as(mapper.type()).containsKey(read(mapper.type()).type());
        }
    }

    @Test
    void dropsParametersOfBuildsAndTellsThemOnceTheyAreFinal() throws IOException {
        // Given
        ObjectNode started = body("jenkins");
        ((ObjectNode) started.path("build")).put("phase", "STARTED");

        // Then
        assertThat(read("jenkins", started)).isEmpty();
        assertThat(JSON.writeValueAsString(read("jenkins").data())).doesNotContain("hunter2");
        assertThat(read("jenkins").correlationKeys())
                .contains("commit:acme/asgard@c6d86dc654b12425e706bcf951adfe5a8627a517");
        assertThat(read("jenkins").endTimestamp()).isEqualTo("2026-03-02T09:05:00Z");
    }

    @Test
    void isOneEventFromFiringToResolved() throws IOException {
        // Given
        ObjectNode resolved = body("alertmanager");
        ((ObjectNode) resolved.path("alerts").path(0)).put("status", "resolved").put("endsAt", "2026-03-02T09:20:00Z");

        // When
        EventDraft firing = read("alertmanager");
        EventDraft over = read("alertmanager", resolved).get(0);

        // Then
        assertThat(over.externalId()).isEqualTo(firing.externalId());
        assertThat(firing.endTimestamp()).isNull();
        assertThat(over.endTimestamp()).isEqualTo("2026-03-02T09:20:00Z");
        assertThat(over.asOf()).isAfter(firing.asOf());
        assertThat(read("alertmanager", body("alertmanager"))).extracting(EventDraft::project).containsExactly("shop", "pay");
    }

    @Test
    void followsARunAndAnOperation() throws IOException {
        // Given
        ObjectNode planning = body("hcp-terraform");
        ((ObjectNode) planning.path("notifications").path(0)).put("trigger", "run:planning").put("run_status", "planning")
                .put("run_updated_at", "2026-03-02T09:01:00.000Z");
        ObjectNode running = body("argocd");
        running.put("phase", "Running").putNull("finishedAt");

        // Then
        assertThat(read("hcp-terraform", planning).get(0).endTimestamp()).isNull();
        assertThat(read("hcp-terraform", planning).get(0).asOf()).isBefore(read("hcp-terraform").asOf());
        assertThat(read("argocd", running).get(0).externalId()).isEqualTo(read("argocd").externalId());
        assertThat(read("argocd", running).get(0).status()).isEqualTo("in_progress");
        assertThat(read("launchdarkly").entity()).isEqualTo("flag:default/checkout");
        assertThat(read("launchdarkly").data()).containsEntry("environment", "production");
    }

    @Test
    void ignoresWhatOnlyTestsTheWay() throws IOException {
        // Given
        ObjectNode verification = body("hcp-terraform");
        ((ObjectNode) verification.path("notifications").path(0)).put("trigger", "verification");
        ObjectNode ping = body("pagerduty");
        ((ObjectNode) ping.path("event")).put("event_type", "pagey.ping");

        // Then
        assertThat(read("hcp-terraform", verification)).isEmpty();
        assertThat(read("pagerduty", ping)).isEmpty();
        assertThatThrownBy(() -> read("grafana", JSON.createObjectNode())).hasMessage("alerts: is no list");
    }
}
