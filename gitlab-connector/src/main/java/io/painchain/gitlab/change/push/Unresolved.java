package io.painchain.gitlab.change.push;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Refs that changed without a line of the feed that names them: by a push of more than three refs, or by a mirror. What a list
 * shows of them is held until the feed had time to tell of later pushes.
 *
 * @param at the bulk push's time; else when it was noticed, and not {@code exact}
 * @param listedAt when the refs were listed; {@code null}: not yet
 * @param heads by branch, the commit that it was found at; empty: gone
 * @param tags the same of tags
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Unresolved(Instant at, boolean exact, String actor, Instant listedAt, Map<String, String> heads,
        Map<String, String> tags) {

    public Unresolved {
        heads = heads == null ? Map.of() : Map.copyOf(heads);
        tags = tags == null ? Map.of() : Map.copyOf(tags);
    }

    static Unresolved push(Instant at, String actor) {
        return new Unresolved(at, true, actor, null, null, null);
    }

    static Unresolved noticed(Instant at) {
        return new Unresolved(at, false, null, null, null, null);
    }

    Unresolved listed(Instant now, Map<String, String> newHeads, Map<String, String> newTags) {
        return new Unresolved(at, exact, actor, now, newHeads, newTags);
    }

    /** The feed tells of this branch itself. */
    Unresolved without(String branch) {
        return new Unresolved(at, exact, actor, listedAt, except(heads, branch), tags);
    }

    Unresolved withoutTag(String tag) {
        return new Unresolved(at, exact, actor, listedAt, heads, except(tags, tag));
    }

    boolean isEmpty() {
        return listedAt != null && heads.isEmpty() && tags.isEmpty();
    }

    private static Map<String, String> except(Map<String, String> all, String name) {
        if (!all.containsKey(name)) {
            return all;
        }
        Map<String, String> others = new HashMap<>(all);
        others.remove(name);
        return others;
    }
}
