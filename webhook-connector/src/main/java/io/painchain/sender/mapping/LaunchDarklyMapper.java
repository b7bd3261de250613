package io.painchain.sender.mapping;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.draft.DraftBuilder;

/** Entries of the audit log. */
final class LaunchDarklyMapper implements SenderMapper {

    private static final Pattern RESOURCE = Pattern
            .compile("proj/([^:;]+)[^:]*(?::env/([^:;]+)[^:]*)?(?::[a-z-]+/([^:;]+).*)?");

    @Override
    public String type() {
        return "launchdarkly";
    }

    @Override
    public SenderReading read(JsonNode payload, String integrationId, Instant receivedAt) throws IOException {
        String id = Fields.required(payload, "_id");
        String kind = Fields.required(payload, "kind");
        Instant at = Fields.millis(payload.path("date"));
        Set<String> actions = new LinkedHashSet<>();
        Set<String> environments = new LinkedHashSet<>();
        String project = null;
        String key = null;
        for (JsonNode access : payload.path("accesses")) {
            actions.add(access.path("action").asText());
            Matcher resource = RESOURCE.matcher(access.path("resource").asText());
            if (resource.matches()) {
                project = resource.group(1);
                key = resource.group(3) == null ? key : resource.group(3);
                environments.add(resource.group(2) == null ? "" : resource.group(2));
            }
        }
        environments.remove("");
        String name = Fields.text(payload.path("name"));
        String title = Fields.text(payload.path("title"));
        SenderScope scope = new SenderScope(type(), integrationId, project == null ? "launchdarkly" : project, receivedAt);
        return SenderReading.of(DraftBuilder.of(scope, "flag".equals(kind) ? "feature_flag" : Fields.word(kind))
                .externalId("audit-" + id)
                .title("flag".equals(kind) ? "[Flag] " : "[" + kind + "] ", title == null ? name + " " + actions : title)
                .at("date", at == null ? receivedAt : at).asOf(at == null ? receivedAt : at).status("changed")
                .author(Fields.text(payload.path("member").path("email")))
                .description(Fields.text(payload.path("description")))
                .url(Fields.link(payload.path("_links").path("site").path("href")))
                .entity(key == null ? null : kind + ":" + scope.project() + "/" + key).data("flag", key)
                .data("actions", List.copyOf(actions))
                .data("environment", environments.isEmpty() ? null : String.join(", ", environments)).build());
    }
}
