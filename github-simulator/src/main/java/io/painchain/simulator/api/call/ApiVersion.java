package io.painchain.simulator.api.call;

import java.util.Arrays;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The versions of the API and what their answers leave out. */
public enum ApiVersion {
    V2022("2022-11-28", Set.of()),
    V2026("2026-03-10", Set.of("merge_commit_sha", "assignee", "rate", "has_downloads"));

    private final String date;
    private final Set<String> removed;

    ApiVersion(String date, Set<String> removed) {
        this.date = date;
        this.removed = removed;
    }

    public static ApiVersion of(String header) throws ApiException {
        if (header == null) {
            return V2022;
        }
        return Arrays.stream(values()).filter(version -> version.date.equals(header)).findFirst()
                .orElseThrow(() -> new ApiException(400, "The API version " + header.replaceAll("[^0-9-]", "")
                        + " is not supported"));
    }

    public String date() {
        return date;
    }

    public JsonNode adapt(JsonNode body) {
        if (!removed.isEmpty()) {
            strip(body);
        }
        return body;
    }

    private void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(removed);
        }
        node.forEach(this::strip);
    }
}
