package io.painchain.github.change.commit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.PageTag;

/** {@code heads}: by branch, the commit up to which all are stored. {@code readAt}: last read without ETags, or null. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CommitsState(Map<String, String> heads, List<PageTag> pages, Instant readAt) {

    static final CommitsState UNREAD = new CommitsState(null, null, null);

    public CommitsState {
        heads = heads == null ? Map.of() : Map.copyOf(heads);
        pages = pages == null ? List.of() : List.copyOf(pages);
    }

    /** Restores the earlier heads of these branches, so that they are read again. */
    CommitsState without(Set<String> branches, CommitsState before) {
        Map<String, String> known = new HashMap<>(heads);
        known.keySet().removeAll(branches);
        branches.stream().filter(before.heads::containsKey).forEach(branch -> known.put(branch, before.heads.get(branch)));
        return new CommitsState(known, List.of(), before.readAt);
    }

    CommitsState forgetTags() {
        return new CommitsState(heads, List.of(), null);
    }
}
