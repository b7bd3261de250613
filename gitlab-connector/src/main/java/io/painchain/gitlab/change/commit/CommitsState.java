package io.painchain.gitlab.change.commit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;

/** {@code heads}: by branch, the commit up to which all are stored. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CommitsState(Map<String, String> heads, boolean read) {

    static final CommitsState UNREAD = new CommitsState(Map.of(), false);

    public CommitsState {
        heads = heads == null ? Map.of() : Map.copyOf(heads);
    }

    /** With the earlier heads of these branches, so that they are read again. */
    CommitsState except(Set<String> branches, CommitsState before) {
        Map<String, String> mixed = new HashMap<>(heads);
        branches.forEach(branch -> {
            mixed.remove(branch);
            if (before.heads.containsKey(branch)) {
                mixed.put(branch, before.heads.get(branch));
            }
        });
        return new CommitsState(mixed, read);
    }
}
