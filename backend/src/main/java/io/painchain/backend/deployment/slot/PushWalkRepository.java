package io.painchain.backend.deployment.slot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.deployment.fact.Push;

/** Follows stored pushes from a head back to an earlier one. */
@Singleton
class PushWalkRepository {

    /** Statements of one walk: each goes one push further on all ways. */
    private static final int MOST_STEPS = 200;
    private static final int MOST_PUSHES = 1_000;

    private final Statements statements;

    PushWalkRepository(Statements statements) {
        this.statements = statements;
    }

    /**
     * @param commits in between, where it arrived
     * @param ends heads to which no push is known
     * @param cut whether it would lead on but for its length, or for pushes whose commits are not all listed
     */
    record Walk(boolean arrived, List<String> commits, Set<String> ends, boolean cut) {
    }

    /** A push that threw nothing away adds its commits: on whichever way, the sum is the same. */
    Walk between(String tenantId, String base, String head) {
        Map<String, Push> way = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(head));
        Set<String> ends = new LinkedHashSet<>();
        Set<String> waiting = Set.of(head);
        boolean isCut = false;
        for (int step = 0; !waiting.isEmpty(); step++) {
            if (step == MOST_STEPS || seen.size() > MOST_PUSHES) {
                return new Walk(false, List.of(), ends, true);
            }
            var found = pushes(tenantId, waiting);
            ends.addAll(waiting);
            found.forEach(push -> ends.remove(push.head()));
            isCut |= found.stream().anyMatch(push -> !push.whole());
            var next = new LinkedHashSet<String>();
            for (var push : found) {
                if (push.whole() && seen.add(push.base())) {
                    way.put(push.base(), push);
                    next.add(push.base());
                }
            }
            if (way.containsKey(base)) {
                return new Walk(true, commits(way, base, head), Set.of(), false);
            }
            waiting = next;
        }
        return new Walk(false, List.of(), ends, isCut);
    }

    private static List<String> commits(Map<String, Push> way, String base, String head) {
        Deque<Push> pushes = new ArrayDeque<>();
        for (var at = base; !at.equals(head); at = pushes.peekLast().head()) {
            pushes.add(way.get(at));
        }
        return pushes.stream().flatMap(push -> push.commits().stream()).distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<Push> pushes(String tenantId, Collection<String> heads) {
        return statements.query("""
                select head, base, whole, commits from pushed_range where tenant_id = ? and head = any(?)
                order by head, base""", List.of(tenantId, heads.toArray(String[]::new)),
                row -> new Push(row.text("head"), row.text("base"), row.flag("whole"), row.texts("commits")));
    }
}
