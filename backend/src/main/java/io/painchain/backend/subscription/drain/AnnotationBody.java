package io.painchain.backend.subscription.drain;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** An event as an annotation on dashboards. */
final class AnnotationBody {

    private static final List<String> TAGGED = List.of("connector", "type", "project", "status");

    private AnnotationBody() {
    }

    static String of(JsonNode event) {
        var annotation = JsonNodeFactory.instance.objectNode();
        annotation.put("time", millis(event.path("timestamp")));
        if (event.path("endTimestamp").isTextual()) {
            annotation.put("timeEnd", millis(event.path("endTimestamp")));
        }
        var tags = new LinkedHashSet<>(List.of("painchain"));
        TAGGED.stream().map(name -> event.path(name).asText("")).filter(tag -> !tag.isEmpty() && !tag.equals("null"))
                .forEach(tags::add);
        event.path("tags").forEach(tag -> tags.add(tag.asText()));
        var shown = annotation.putArray("tags");
        tags.forEach(shown::add);
        var url = event.path("url").asText("");
        annotation.put("text", event.path("title").asText() + (url.isEmpty() || url.equals("null") ? "" : "\n" + url));
        return annotation.toString();
    }

    private static long millis(JsonNode moment) {
        return Instant.parse(moment.asText()).toEpochMilli();
    }
}
