package io.painchain.github.change.push;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.detail.RecordDetails;
import io.painchain.github.mapping.Push;
import io.painchain.github.repository.RepositoryReader;

/** Keeps a push whose commits could not be read: no URL returns it again. */
final class OpenPush {

    private OpenPush() {
    }

    static RecordDetails record(RepositoryReader reader, Push push, boolean repetition) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("branch", push.branch());
        facts.put("before", push.before());
        facts.put("head", push.head());
        facts.put("at", push.at().toString());
        facts.put("actor", push.actor());
        facts.put("kind", push.kind());
        facts.put("repetition", repetition ? "true" : null);
        facts.values().removeIf(Objects::isNull);
        return reader.details().of("pushes", push.movement() + "~" + push.at().getEpochSecond()).with(facts);
    }

    static Push push(OpenRecord open) {
        Map<String, String> facts = open.facts();
        return new Push(facts.get("branch"), facts.get("before"), facts.get("head"), Instant.parse(facts.get("at")),
                facts.get("actor"), facts.get("kind"), null, null);
    }

    static boolean repetition(OpenRecord open) {
        return open.facts().containsKey("repetition");
    }
}
