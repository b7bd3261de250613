package io.painchain.sender.mapping;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.model.event.EventDraft;

/** Alerts of the Alertmanager, and of Grafana, which sends the same shape: one event from firing to resolved. */
record AlertMapper(String type, List<String> projectLabels) implements SenderMapper {

    private static final String TEST = "TestAlert";

    static AlertMapper alertmanager() {
        return new AlertMapper("alertmanager", List.of("namespace", "service", "job", "cluster"));
    }

    static AlertMapper grafana() {
        return new AlertMapper("grafana", List.of("grafana_folder", "namespace", "service"));
    }

    @Override
    public SenderReading read(JsonNode payload, String integrationId, Instant receivedAt) throws IOException {
        if (!payload.path("alerts").isArray()) {
            throw new IOException("alerts: is no list");
        }
        List<EventDraft> drafts = new ArrayList<>();
        for (JsonNode alert : payload.path("alerts")) {
            if (!TEST.equals(alert.path("labels").path("alertname").asText())) {
                drafts.add(draft(alert, integrationId, receivedAt));
            }
        }
        return drafts.isEmpty() ? SenderReading.ignored("It has no alerts, or a test alone") : new SenderReading(drafts, null);
    }

    private EventDraft draft(JsonNode alert, String integrationId, Instant receivedAt) throws IOException {
        JsonNode labels = alert.path("labels");
        JsonNode notes = alert.path("annotations");
        String name = Fields.required(labels, "alertname");
        String fingerprint = Fields.required(alert, "fingerprint");
        Instant began = Fields.time(alert.path("startsAt"));
        if (began == null) {
            throw new IOException("startsAt: is no time");
        }
        boolean resolved = "resolved".equals(Fields.required(alert, "status"));
        // What is open ends in the year 1, or when it would be forgotten.
        Instant ended = resolved ? Fields.time(alert.path("endsAt")) : null;
        SenderScope scope = new SenderScope(type, integrationId, project(labels), receivedAt);
        String summary = Fields.text(notes.path("summary"));
        return DraftBuilder.of(scope, "alert").externalId("alert-" + fingerprint + "@" + began)
                .title("[Alert] ", resolved ? "✓ " : "✗ ", summary == null ? name : summary).at("startsAt", began)
                .asOf(resolved && ended != null ? ended : began).until("endsAt", ended)
                .status(resolved ? "resolved" : "firing").description(Fields.text(notes.path("description")))
                .url(url(alert)).entity("alert:" + fingerprint).data("alertname", name)
                .data("severity", Fields.text(labels.path("severity"))).data("instance", Fields.text(labels.path("instance")))
                .data("folder", Fields.text(labels.path("grafana_folder"))).data("labels", labels.isObject() ? labels : null)
                .data("runbook_url", Fields.link(notes.path("runbook_url"))).build();
    }

    private String project(JsonNode labels) {
        return projectLabels.stream().map(labels::path).map(Fields::text).filter(text -> text != null).findFirst().orElse(type);
    }

    private static String url(JsonNode alert) {
        for (String field : List.of("panelURL", "dashboardURL", "generatorURL")) {
            String url = Fields.link(alert.path(field));
            if (url != null) {
                return url;
            }
        }
        return null;
    }
}
