package io.painchain.simulator.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** What a set of recorded objects has in common: which keys each of them has, and the JSON types seen for each key. */
public final class CorpusShapes {

    /** Documented as nullable, though what happens to be recorded is not null. */
    private static final Set<String> NULLABLE = Set.of("verified_at", "license", "homepage", "closed_at",
            "state_reason", "merged_at", "merged_by");
    /** Documented, and younger than the recordings of some resources. */
    private static final Set<String> YOUNGER = Set.of("user_view_type", "verified_at", "has_discussions", "immutable",
            "type", "sub_issues_summary", "performed_via_github_app", "production_environment", "log_url",
            "environment_url", "transient_environment", "label", "state_reason", "created_at", "updated_at", "description",
            "draft",
            "pull_request", "digest");

    /** Excerpts leave keys out, so that a key which none of them has proves nothing. */
    private final boolean excerpts;
    private final Map<String, CorpusShapes> keys = new TreeMap<>();
    private final Set<String> types = new TreeSet<>();
    private CorpusShapes items;
    private int objects;
    private int seen;

    public CorpusShapes(boolean excerpts) {
        this.excerpts = excerpts;
    }

    public void add(JsonNode value) {
        seen++;
        types.add(type(value));
        if (value.isObject()) {
            objects++;
            value.properties()
                    .forEach(entry -> keys.computeIfAbsent(entry.getKey(), absent -> new CorpusShapes(excerpts))
                            .add(entry.getValue()));
        }
        if (value.isArray() && !value.isEmpty()) {
            items = items == null ? new CorpusShapes(excerpts) : items;
            value.forEach(items::add);
        }
    }

    public boolean isEmpty() {
        return types.isEmpty();
    }

    /** What an answer lacks or has otherwise than all recordings. */
    public List<String> differences(JsonNode answer) {
        List<String> differences = new ArrayList<>();
        compare("", answer, differences);
        return differences;
    }

    private void compare(String path, JsonNode answer, List<String> differences) {
        boolean onlyNullSeen = types.equals(Set.of("null"));
        boolean documentedNull = answer.isNull() && NULLABLE.contains(path.substring(path.lastIndexOf('/') + 1));
        if (!onlyNullSeen && !documentedNull && !types.contains(type(answer))) {
            differences.add(path + " is " + type(answer) + ", recorded " + types);
            return;
        }
        if (answer.isObject()) {
            answer.fieldNames().forEachRemaining(name -> compareName(path, name, differences));
            keys.forEach((key, shape) -> compareKey(path + "/" + key, shape, answer.get(key), differences));
        }
        if (answer.isArray() && items != null) {
            answer.forEach(item -> items.compare(path + "[]", item, differences));
        }
    }

    private void compareKey(String path, CorpusShapes shape, JsonNode value, List<String> differences) {
        if (value != null) {
            shape.compare(path, value, differences);
        } else if (shape.seen == objects) {
            differences.add(path + " is missing");
        }
    }

    private void compareName(String path, String name, List<String> differences) {
        if (!excerpts && !keys.isEmpty() && !keys.containsKey(name) && !YOUNGER.contains(name)) {
            differences.add(path + "/" + name + " was never recorded");
        }
    }

    private static String type(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
