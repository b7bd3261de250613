package io.painchain.gitlab.change.issue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;

/**
 * Where the list stands, as {@link ListState}, and who was on it.
 *
 * @param shown issues of the last sweep, packed
 * @param vanished issues that left the list since and are to be looked up
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IssuesState(String url, String etag, Instant watermark, Instant readAt, Map<String, Long> seen, String shown,
        List<Long> vanished) {

    static final IssuesState UNREAD = of(ListState.UNREAD, null, List.of());

    public IssuesState {
        seen = seen == null ? Map.of() : Map.copyOf(seen);
        vanished = vanished == null ? List.of() : List.copyOf(vanished);
    }

    private static IssuesState of(ListState list, String shown, List<Long> vanished) {
        return new IssuesState(list.url(), list.etag(), list.watermark(), list.readAt(), list.seen(), shown, vanished);
    }

    ListState list() {
        return new ListState(url, etag, watermark, readAt, seen);
    }

    IssuesState with(ListState newList) {
        return of(newList, shown, vanished);
    }

    IssuesState showing(String newShown, List<Long> newVanished) {
        return of(list(), newShown, newVanished);
    }
}
