package io.painchain.kubernetes.projection;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Who changed which fields when, as the server notes it ({@code managedFields}). */
public final class Managed {

    /** @param subresource empty where it was the object itself */
    public record Change(Instant at, String manager, String subresource) {
    }

    private static final List<String> NO_CHANGE = List.of("status");

    private final JsonNode entries;

    public Managed(JsonNode object) {
        this.entries = object.path("metadata").path("managedFields");
    }

    /** Newest change to any of these fields below the root, such as {@code spec.replicas}; {@code null}: unknown. */
    public Change of(List<String> paths) {
        Change newest = null;
        for (JsonNode entry : entries) {
            String subresource = entry.path("subresource").asText();
            Instant at = Json.time(entry.path("time"));
            if (at == null || NO_CHANGE.contains(subresource) || newest != null && !at.isAfter(newest.at())) {
                continue;
            }
            if (paths.stream().anyMatch(path -> owns(entry.path("fieldsV1"), path))) {
                newest = new Change(at, Json.text(entry.path("manager")), subresource);
            }
        }
        return newest;
    }

    private static boolean owns(JsonNode fields, String path) {
        JsonNode node = fields;
        for (String name : path.split("\\.")) {
            node = node.path("f:" + name);
        }
        return !node.isMissingNode();
    }

    /** Of any change, to the status too. */
    public Instant newest() {
        return StreamSupport.stream(entries.spliterator(), false).map(entry -> Json.time(entry.path("time")))
                .filter(java.util.Objects::nonNull).max(Instant::compareTo).orElse(null);
    }

    /** Names of what is below a root, such as the keys of {@code data}, where their values are not shown. */
    public List<String> names(String root) {
        return StreamSupport.stream(entries.spliterator(), false).map(entry -> entry.path("fieldsV1").path("f:" + root))
                .flatMap(Managed::fieldNames).filter(name -> name.startsWith("f:")).map(name -> name.substring(2)).distinct()
                .sorted().toList();
    }

    private static java.util.stream.Stream<String> fieldNames(JsonNode node) {
        Iterable<String> names = () -> {
            Iterator<String> all = node.fieldNames();
            return all;
        };
        return StreamSupport.stream(names.spliterator(), false);
    }
}
