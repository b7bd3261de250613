package io.painchain.sender.mapping;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.draft.DraftBuilder;

/** Steps of incidents, each an event of its own. */
final class PagerDutyMapper implements SenderMapper {

    private static final Set<String> STEPS = Set.of("triggered", "acknowledged", "unacknowledged", "escalated", "reassigned",
            "delegated", "resolved", "reopened", "priority_updated");

    @Override
    public String type() {
        return "pagerduty";
    }

    @Override
    public SenderReading read(JsonNode payload, String integrationId, Instant receivedAt) throws IOException {
        JsonNode event = payload.path("event");
        String name = Fields.required(event, "event_type");
        if ("pagey.ping".equals(name)) {
            return SenderReading.ignored("A ping only shows that the webhook is there");
        }
        String step = name.startsWith("incident.") ? name.substring("incident.".length()) : "";
        if (!STEPS.contains(step)) {
            return SenderReading.ignored("Only the steps of incidents are events here");
        }
        JsonNode incident = event.path("data");
        String id = Fields.required(incident, "id");
        Instant at = Fields.time(event.path("occurred_at"));
        String service = Fields.text(incident.path("service").path("summary"));
        SenderScope scope = new SenderScope(type(), integrationId, service == null ? "pagerduty" : service, receivedAt);
        return SenderReading.of(DraftBuilder.of(scope, "incident")
                .externalId("incident-" + id + "#" + Fields.required(event, "id"))
                .title("[Incident] ", step + ": ", Fields.text(incident.path("title")) == null ? id
                        : Fields.text(incident.path("title")))
                .at("occurred_at", at == null ? receivedAt : at).asOf(at == null ? receivedAt : at).status(step)
                .author(Fields.text(event.path("agent").path("summary"))).url(Fields.link(incident.path("html_url")))
                .entity("incident:" + id).key(key(incident)).data("service", service)
                .data("urgency", Fields.text(incident.path("urgency"))).data("event_type", name).build());
    }

    /** Under which whoever raised it knows it. */
    private static String key(JsonNode incident) {
        String key = Fields.text(incident.path("incident_key"));
        return key == null ? null : "incident_key:" + key;
    }
}
