package io.painchain.github.change.deployment;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;

/**
 * Where the deployments stand.
 *
 * @param updated when those on the first page last changed (epoch seconds), of which all is stored; 0: not all may be
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentsState(ListState list, Map<Long, Long> updated) {

    static final DeploymentsState UNREAD = new DeploymentsState(ListState.UNREAD, Map.of());

    public DeploymentsState {
        list = list == null ? ListState.UNREAD : list;
        updated = updated == null ? Map.of() : Map.copyOf(updated);
    }

    DeploymentsState forgetTags() {
        return new DeploymentsState(list.forgetTags(), updated);
    }
}
