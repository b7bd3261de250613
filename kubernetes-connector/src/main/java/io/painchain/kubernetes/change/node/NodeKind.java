package io.painchain.kubernetes.change.node;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.Notes;
import io.painchain.kubernetes.kind.ObjectChange;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.mapping.NodeMapper;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.status.NodeFacts;
import io.painchain.kubernetes.reflector.Target;

/** A trouble is one event from its begin to its end; nodes that come and go are counted by pool and hour. */
public final class NodeKind implements ChangeKind {

    private static final ResourceType NODES = ResourceType.core("nodes", "Node").clusterScoped();
    private static final int MOST_NAMES = 50;

    @Override
    public String source() {
        return "nodes";
    }

    @Override
    public List<Watched> watched(ClusterConfig config) {
        return config.options().nodes()
                ? List.of(Watched.stored(Target.all(NODES), NodeFacts::of).noting(NodeKind::note, NodeKind::facts))
                : List.of();
    }

    private static Map<String, Object> note(ObjectState state) {
        NodeFacts facts = state.facts(NodeFacts.class);
        Map<String, Object> note = new LinkedHashMap<>();
        if (facts != null) {
            note.putAll(facts.versions());
            facts.troubles().forEach((what, at) -> note.put("!" + what, at.getEpochSecond()));
        }
        return note;
    }

    private static Object facts(Map<String, Object> note) {
        Map<String, Instant> troubles = new LinkedHashMap<>();
        Map<String, String> versions = new LinkedHashMap<>();
        note.forEach((key, value) -> {
            if (key.startsWith("!") && value instanceof Number seconds) {
                troubles.put(key.substring(1), Instant.ofEpochSecond(seconds.longValue()));
            } else {
                versions.put(key, String.valueOf(value));
            }
        });
        return new NodeFacts(troubles, Map.of(), versions, null, null);
    }

    @Override
    public void changed(ObjectChange change, Situation situation) {
        if (change.deleted() || change.created()) {
            cameOrWent(change, situation);
            return;
        }
        NodeFacts before = change.before().facts(NodeFacts.class);
        NodeFacts now = change.after().facts(NodeFacts.class);
        if (before == null || now == null || !change.differs()) {
            return;
        }
        NodeMapper mapper = new NodeMapper(situation.scope(null), change.after());
        now.troubles().forEach((what, since) -> {
            if (!since.equals(before.troubles().get(what))) {
                situation.draft(mapper.trouble(what, since, null, now.reasons().get(what)));
            }
        });
        before.troubles().forEach((what, since) -> {
            if (!now.troubles().containsKey(what)) {
                boolean noted = what.equals("not-ready") && now.readyAt() != null && !now.readyAt().isBefore(since);
                situation.draft(mapper.trouble(what, since, noted ? now.readyAt() : change.now(), null));
            }
        });
        now.versions().forEach((what, version) -> {
            String old = before.versions().get(what);
            if (old != null && !old.equals(version)) {
                situation.draft(mapper.version(what, old, version, change.now()));
            }
        });
    }

    /** Of one pool in one hour, as one event that grows. */
    private static void cameOrWent(ObjectChange change, Situation situation) {
        NodeFacts facts = change.after().facts(NodeFacts.class);
        String pool = facts == null || facts.pool() == null ? "nodes" : facts.pool();
        Instant at = change.deleted() || change.after().created() == null ? change.now() : change.after().created();
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        Notes notes = situation.notes(null);
        String key = "pool/" + pool;
        Map<String, Object> note = new LinkedHashMap<>(notes.get(key));
        if (!(note.get("h") instanceof Number known) || known.longValue() != hour.getEpochSecond()) {
            note.clear();
            note.put("h", hour.getEpochSecond());
        }
        List<Object> names = new ArrayList<>(note.get("n") instanceof List<?> list ? list : List.of());
        String entry = (change.deleted() ? "−" : "+") + change.after().name();
        if (names.contains(entry) || names.size() >= MOST_NAMES) {
            return;
        }
        names.add(entry);
        note.put("n", names);
        notes.put(key, note);
        situation.draft(NodeMapper.pool(situation.scope(null), pool, hour, names.stream().map(String::valueOf).toList(), at));
    }
}
