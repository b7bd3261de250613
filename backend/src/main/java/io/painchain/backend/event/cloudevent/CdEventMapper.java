package io.painchain.backend.event.cloudevent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.model.validation.Limits;

/**
 * CDEvents 0.4 and 0.5. Types carry a version of their own, so they are told apart by their beginnings. What begins and what
 * ends are two events of one entity: an end does not say when its beginning was.
 */
final class CdEventMapper {

    private static final String PREFIX = "dev.cdevents.";
    private static final Pattern TYPE = Pattern.compile("dev\\.cdevents\\.([a-z]+)\\.([a-z]+)(?:\\..*)?");
    private static final Pattern IMAGE = Pattern.compile("pkg:(?:oci|docker)/([^@?]+)@(sha256(?::|%3A)[0-9a-f]{64}).*");
    private static final Pattern REPOSITORY = Pattern.compile("[?&]repository_url=([^&#%]+(?:%2F[^&#%]+)*)");
    private static final Set<String> RUNS = Set.of("pipelinerun", "taskrun", "build");
    private static final Set<String> NAMED = Set.of("change", "incident", "artifact");

    private CdEventMapper() {
    }

    static boolean isOne(CloudEvent event) {
        return type(event).startsWith(PREFIX) && event.data().path("context").isObject();
    }

    static ObjectNode toDraft(CloudEvent event, Instant now) {
        var context = event.data().path("context");
        var subject = event.data().path("subject");
        var content = subject.path("content");
        var type = TYPE.matcher(type(event));
        boolean isKnown = type.matches();
        var kind = isKnown ? type.group(1) : "event";
        var what = isKnown ? type.group(2) : "changed";
        var time = context.path("timestamp").asText(CloudEventMapper.time(event, now));
        var source = context.path("source").asText(event.attribute("source"));
        var entity = kind + ":" + subject.path("source").asText(source) + "/" + subject.path("id").asText();
        return new DraftJson().title(title(kind, what, subject)).put("connector", "cdevents", Limits.CONNECTOR)
                .put("project", source, Limits.PROJECT).put("timestamp", time, Limits.URL).put("asOf", time, Limits.URL)
                .externalId(source + "#" + context.path("id").asText(event.attribute("id")))
                .put("type", typeOf(kind, what), Limits.TYPE).put("status", status(kind, what, content), Limits.STATUS)
                .put("url", url(content), Limits.URL).put("entity", entity, Limits.ENTITY)
                .put("description", content.path("errors").asText(content.path("description").asText("")), Limits.DESCRIPTION)
                .keys(keys(context, content, entity)).set("data", CloudEventMapper.kept(event)).build();
    }

    private static String type(CloudEvent event) {
        return event.attribute("type").startsWith(PREFIX) ? event.attribute("type")
                : event.data().path("context").path("type").asText("");
    }

    private static String typeOf(String kind, String what) {
        if (kind.equals("service")) {
            return "deployment";
        }
        return RUNS.contains(kind) ? "build" : NAMED.contains(kind) ? kind : kind + "." + what;
    }

    private static String title(String kind, String what, JsonNode subject) {
        var content = subject.path("content");
        var name = content.path("pipelineName").asText(content.path("taskName").asText(subject.path("id").asText()));
        var environment = content.path("environment").path("id").asText(content.path("environment").path("name").asText(""));
        var label = kind.equals("service") ? "Deployment"
                : RUNS.contains(kind) ? "Build"
                        : Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        return "[" + label + "] " + name + " " + what + (environment.isEmpty() ? "" : " in " + environment);
    }

    /** A service's event is sent once it is so. */
    private static String status(String kind, String what, JsonNode content) {
        if (kind.equals("service")) {
            return "success";
        }
        if (!RUNS.contains(kind)) {
            return what;
        }
        return switch (what) {
            case "finished" -> content.path("outcome").asText("finished");
            case "started" -> "running";
            default -> what;
        };
    }

    private static String url(JsonNode content) {
        var url = content.path("url").asText(content.path("uri").asText(""));
        return url.matches("(?i)https?://\\S+") ? url : "";
    }

    private static Set<String> keys(JsonNode context, JsonNode content, String entity) {
        var keys = new LinkedHashSet<>(List.of(entity, "cdevent:" + context.path("id").asText()));
        if (context.path("chainId").isTextual()) {
            keys.add("chain:" + context.path("chainId").asText());
        }
        for (var link : context.path("links")) {
            for (var end : List.of("target", "from", "end")) {
                var id = link.path(end).path("contextId").asText("");
                keys.add(id.isEmpty() ? "" : "cdevent:" + id);
            }
        }
        var image = IMAGE.matcher(content.path("artifactId").asText(""));
        if (image.matches()) {
            var repository = REPOSITORY.matcher(image.group());
            keys.add("image:" + (repository.find() ? URLDecoder.decode(repository.group(1), UTF_8) : image.group(1)) + "@"
                    + image.group(2).replace("%3A", ":"));
        }
        var change = content.path("change").path("id").asText("");
        keys.add(change.isEmpty() ? "" : "change:" + change);
        return keys;
    }
}
