package io.painchain.kubernetes.change.plain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.Notes;
import io.painchain.kubernetes.kind.ObjectChange;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.kind.Projector;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.mapping.ClusterScope;
import io.painchain.kubernetes.mapping.PlainMapper;
import io.painchain.kubernetes.mapping.WorkloadMapper;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.Paths;
import io.painchain.kubernetes.projection.PlainFacts;
import io.painchain.kubernetes.reflector.Target;

/** One group of such types, which share an event type and a line of the ledger. */
public final class PlainKind implements ChangeKind {

    /** Of one object in an hour; more are told as one. */
    private static final int MOST_IN_AN_HOUR = 20;
    private static final int MOST_NOTED_KEYS = 200;

    private final String source;
    private final String type;
    private final List<Target> targets;
    private final Map<ResourceType, Projector> projectors;
    private final Predicate<ClusterConfig> wanted;
    private final boolean notesKeys;

    PlainKind(String source, String type, List<Target> targets, Map<ResourceType, Projector> projectors,
            Predicate<ClusterConfig> wanted, boolean notesKeys) {
        this.source = source;
        this.type = type;
        this.targets = targets;
        this.projectors = projectors;
        this.wanted = wanted;
        this.notesKeys = notesKeys;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<Watched> watched(ClusterConfig config) {
        return wanted.test(config) ? targets.stream().map(this::watched).toList() : List.of();
    }

    private Watched watched(Target target) {
        Watched plain = Watched.stored(target, projectors.getOrDefault(target.type(), PlainFacts::of));
        return notesKeys ? plain.noting(PlainKind::keys, PlainKind::facts) : plain;
    }

    private static Map<String, Object> keys(ObjectState state) {
        PlainFacts facts = state.facts(PlainFacts.class);
        return facts == null || facts.fields().size() > MOST_NOTED_KEYS ? Map.of() : new HashMap<>(facts.fields());
    }

    private static Object facts(Map<String, Object> note) {
        return note.isEmpty() ? null
                : new PlainFacts(note.entrySet().stream().filter(entry -> entry.getValue() instanceof Number)
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((Number) entry.getValue()).intValue())));
    }

    @Override
    public void changed(ObjectChange change, Situation situation) {
        if (!change.differs()) {
            return;
        }
        ObjectState after = change.after();
        ClusterScope scope = situation.scope(after.namespace());
        String kind = change.type().kind();
        if (change.deleted()) {
            situation.draft(WorkloadMapper.deletion(scope, type, kind, after, change.now()));
            return;
        }
        int count = count(change, situation.notes(after.namespace()));
        if (count > MOST_IN_AN_HOUR) {
            if (count == MOST_IN_AN_HOUR + 1) {
                situation.draft(PlainMapper.busy(scope, type, kind, after, hour(change), MOST_IN_AN_HOUR));
            }
            return;
        }
        situation.draft(
                PlainMapper.change(scope, type, kind, after, change.created(), difference(change), seen(change)));
    }

    private static Paths.Difference difference(ObjectChange change) {
        PlainFacts before = change.before() == null ? null : change.before().facts(PlainFacts.class);
        PlainFacts now = change.after().facts(PlainFacts.class);
        if (before == null || now == null) {
            return null;
        }
        return Paths.difference(before.fields(), now.fields());
    }

    /** Where the cluster does not note the time of a change, when the watch told it. */
    private static Instant seen(ObjectChange change) {
        boolean same = !change.created() && change.after().changedAt().equals(change.before().changedAt());
        return same && change.origin() == Origin.WATCHED ? change.now() : null;
    }

    private static Instant hour(ObjectChange change) {
        return change.now().truncatedTo(ChronoUnit.HOURS);
    }

    private static int count(ObjectChange change, Notes notes) {
        String key = "busy/" + change.type().kind() + "/" + change.after().name();
        long hour = hour(change).getEpochSecond();
        Map<String, Object> note = notes.get(key);
        boolean same = note.get("h") instanceof Number known && known.longValue() == hour;
        int count = same && note.get("n") instanceof Number number ? number.intValue() + 1 : 1;
        notes.put(key, Map.of("h", hour, "n", count));
        return count;
    }
}
