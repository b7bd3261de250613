package io.painchain.github.change.tag;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.detail.RecordDetails;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.repository.RepositoryReader;

/** Keeps a created tag whose commit could not be read: no URL returns the time again. */
final class OpenTag {

    private OpenTag() {
    }

    static RecordDetails record(RepositoryReader reader, RefChange change) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", change.name());
        facts.put("at", change.at().toString());
        facts.put("toldAt", change.reportedAt().toString());
        facts.put("actor", change.actor());
        facts.put("exact", change.exact() ? "true" : null);
        facts.values().removeIf(Objects::isNull);
        return reader.details().of("tags", change.name() + "@" + change.reportedAt()).with(facts);
    }

    static RefChange change(OpenRecord open) {
        Map<String, String> facts = open.facts();
        return new RefChange("tag", facts.get("name"), true, Instant.parse(facts.get("at")),
                Instant.parse(facts.get("toldAt")), facts.get("actor"), null, facts.containsKey("exact"));
    }
}
