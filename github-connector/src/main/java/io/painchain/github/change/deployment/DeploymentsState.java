package io.painchain.github.change.deployment;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;

/** {@code updated}: by id on the first page, the last change of which all is stored (epoch seconds); 0: not all may be. */
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
