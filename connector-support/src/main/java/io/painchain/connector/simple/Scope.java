package io.painchain.connector.simple;

import java.time.Instant;
import java.util.List;

import io.painchain.connector.draft.DraftScope;

record Scope(String connector, String integrationId, String project) implements DraftScope {

    @Override
    public Instant answeredAt() {
        return null;
    }

    @Override
    public List<String> tags() {
        return List.of();
    }
}
