package io.painchain.github.change.deployment;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;

/**
 * {@code updated}: by id on the first page, the last change of which all is stored (epoch seconds); 0: not all may be.
 * {@code live}: what runs in each environment.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentsState(ListState list, Map<Long, Long> updated, Map<String, Live> live) {

    static final DeploymentsState UNREAD = new DeploymentsState(ListState.UNREAD, Map.of(), Map.of());

    /** @param at when it was done (epoch seconds) */
    public record Live(String sha, long deployment, long at) {
    }

    public DeploymentsState {
        list = list == null ? ListState.UNREAD : list;
        updated = updated == null ? Map.of() : Map.copyOf(updated);
        live = live == null ? Map.of() : Map.copyOf(live);
    }

    DeploymentsState forgetTags() {
        return new DeploymentsState(list.forgetTags(), updated, live);
    }
}
