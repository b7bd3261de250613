package io.painchain.gitlab.change.push;

import java.util.HashMap;
import java.util.Map;

import io.painchain.connector.list.PageTurns;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.gitlab.api.record.git.Ref;
import io.painchain.gitlab.project.ProjectReader;

/** All branches and tags with their commits; {@code complete} unless there are too many. */
record RefLists(Map<String, String> branches, Map<String, String> tags, boolean complete) {

    private static final int PAGES = 20;

    static RefLists read(ProjectReader reader) {
        Map<String, String> branches = new HashMap<>();
        Map<String, String> tags = new HashMap<>();
        boolean complete = read(reader, "/repository/branches?per_page=100", branches)
                & read(reader, "/repository/tags?per_page=100", tags);
        return new RefLists(branches, tags, complete);
    }

    /** @return whether all were read; an empty repository has no tags to list */
    private static boolean read(ProjectReader reader, String path, Map<String, String> refs) {
        PageTurns<Ref> turns = reader.turns(path, PAGES, Ref.class);
        try {
            while (turns.more()) {
                turns.turn().items().stream().filter(ref -> ref.sha() != null).forEach(ref -> refs.put(ref.name(), ref.sha()));
            }
        } catch (ProviderException e) {
            if (!e.is(Kind.NOT_FOUND)) {
                throw e;
            }
            return true;
        }
        return !turns.cut();
    }
}
