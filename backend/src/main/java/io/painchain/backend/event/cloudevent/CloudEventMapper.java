package io.painchain.backend.event.cloudevent;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.model.validation.Limits;

/** Any CloudEvent as a draft: those of CDEvents by their meaning, our own as they were, others by what they say. */
public final class CloudEventMapper {

    private static final String OWN = "io.painchain.event.";
    private static final String CONNECTOR = "cloudevents";
    private static final String PAINCHAIN = "painchain";
    private static final Set<String> NOT_DRAFTED = Set.of("id", "tenantId", "integrationId", "integrationName", "revision",
            "receivedAt", "updatedAt", "truncated");

    private CloudEventMapper() {
    }

    /** @param now for events without a time */
    public static ObjectNode toDraft(CloudEvent event, Instant now) {
        if (event.attribute("type").startsWith(OWN)) {
            return ours(event);
        }
        return CdEventMapper.isOne(event) ? CdEventMapper.toDraft(event, now) : other(event, now);
    }

    /** From another installation. */
    private static ObjectNode ours(CloudEvent event) {
        var draft = JsonNodeFactory.instance.objectNode();
        event.data().properties().stream()
                .filter(field -> !NOT_DRAFTED.contains(field.getKey()) && !field.getValue().isNull())
                .forEach(field -> draft.set(field.getKey(), field.getValue()));
        if (PAINCHAIN.equals(draft.path("connector").asText())) {
            draft.put("connector", CONNECTOR); // the other installation's changes of itself are none of ours
        }
        if (!draft.has("externalId")) {
            draft.put("externalId", event.data().path("id").asText(event.attribute("id")));
        }
        return draft;
    }

    private static ObjectNode other(CloudEvent event, Instant now) {
        var data = event.data();
        var subject = event.attribute("subject");
        var title = first(data, "title", "summary", "message", "name");
        return new DraftJson()
                .title(title.isEmpty() ? (event.attribute("type") + " " + subject).strip() : title)
                .put("connector", CONNECTOR, Limits.CONNECTOR).put("project", event.attribute("source"), Limits.PROJECT)
                .put("timestamp", time(event, now), Limits.URL).put("asOf", time(event, now), Limits.URL)
                .externalId(event.attribute("source") + "#" + event.attribute("id"))
                .put("type", shortType(event.attribute("type")), Limits.TYPE)
                .put("description", first(data, "description", "body"), Limits.DESCRIPTION)
                .put("author", first(data, "author", "user", "actor"), Limits.AUTHOR).put("url", url(data), Limits.URL)
                .put("status", first(data, "status", "state"), Limits.STATUS).put("entity", subject, Limits.ENTITY)
                .set("data", kept(event)).build();
    }

    static String time(CloudEvent event, Instant now) {
        return event.attribute("time").isEmpty() ? now.toString() : event.attribute("time");
    }

    /** The end says more than the beginning, which is somebody's domain. */
    private static String shortType(String type) {
        var shortened = type;
        while (shortened.length() > Limits.TYPE && shortened.contains(".")) {
            shortened = shortened.substring(shortened.indexOf('.') + 1);
        }
        return shortened;
    }

    private static String url(JsonNode data) {
        var url = first(data, "url", "html_url", "link");
        return url.matches("(?i)https?://\\S+") ? url : "";
    }

    private static String first(JsonNode data, String... names) {
        return List.of(names).stream().map(data::path).filter(JsonNode::isTextual).map(JsonNode::asText)
                .filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    static ObjectNode kept(CloudEvent event) {
        var kept = JsonNodeFactory.instance.objectNode();
        if (event.data().isObject()) {
            kept.setAll((ObjectNode) event.data().deepCopy());
        } else if (!event.data().isMissingNode()) {
            kept.set("value", event.data());
        }
        var attributes = kept.putObject("cloudevent");
        event.attributes().forEach(attributes::put);
        return kept;
    }
}
