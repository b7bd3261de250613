package io.painchain.sender.mapping;

import java.time.Instant;
import java.util.List;

import io.painchain.connector.draft.DraftScope;

/** @param answeredAt when the delivery came: nothing in it is later */
record SenderScope(String connector, String integrationId, String project, Instant answeredAt) implements DraftScope {

    @Override
    public List<String> tags() {
        return List.of();
    }
}
