package io.painchain.kubernetes.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.provider.ProviderException;
import io.painchain.kubernetes.cluster.WatchedTargets.Entry;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.ObjectChange;
import io.painchain.kubernetes.kind.ObjectTable;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.projection.Digests;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.reflector.ReflectorEvents;
import io.painchain.kubernetes.reflector.Target;

/** Turns what reflectors tell into changes, and hands them to their kinds. Used in the cluster's lane only. */
final class ChangeFeed implements ReflectorEvents {

    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);

    private final WatchedTargets targets;
    private final ClusterState state;
    private final Digests digests;
    private final WatchMetrics metrics;
    private final Map<Target, Map<String, ObjectState>> listings = new HashMap<>();
    private final Map<Target, UntoldChanges> checks = new HashMap<>();

    ChangeFeed(WatchedTargets targets, ClusterState state, Digests digests, WatchMetrics metrics) {
        this.targets = targets;
        this.state = state;
        this.digests = digests;
        this.metrics = metrics;
    }

    @Override
    public void listing(Target target, Listing why) {
        listings.put(target, new HashMap<>());
        checks.remove(target);
        if (why == Listing.CHECK) {
            checks.put(target, new UntoldChanges());
        }
    }

    @Override
    public void listed(Target target, JsonNode object) {
        metrics.listed();
        ObjectState known = project(target, object);
        if (known != null) {
            listings.get(target).put(known.key(), known);
        }
    }

    @Override
    public void complete(Target target, Listing why, Instant since, Instant now) {
        Map<String, ObjectState> listed = listings.remove(target);
        Entry entry = targets.all().get(target);
        ObjectTable table = state.table(target.type().kind());
        switch (why) {
            case FIRST -> {
                listed.values().forEach(object -> take(entry, table, object));
                entry.kinds().forEach(kind -> kind.listed(target.type(), Origin.BASELINE, state));
            }
            case BEFORE_REPLAY -> listed.values().stream().filter(object -> isOfUse(entry, table, object))
                    .map(entry.watched().beforeReplay()).forEach(table::put);
            case AFTER_LOSS, POLLED -> {
                compare(target, listed, now);
                entry.kinds().forEach(kind -> kind.listed(target.type(), Origin.COMPARED, state));
                if (why == Listing.AFTER_LOSS) {
                    lost(target, entry, since, now);
                }
            }
            case CHECK -> checks.get(target).compare(known(target, table), listed);
        }
    }

    /** The replay will tell of the others, and before it the list's newer state must not be known. */
    private static boolean isOfUse(Entry entry, ObjectTable table, ObjectState listed) {
        ObjectState known = table.get(listed.namespace(), listed.name());
        return !entry.watched().stored()
                || known != null && known.uid().equals(listed.uid()) && known.hash() == listed.hash();
    }

    private void lost(Target target, Entry entry, Instant since, Instant now) {
        metrics.lost();
        ChangeKind kind = entry.kinds().get(0);
        List<String> sources = new ArrayList<>(kind.sourcesWithoutHistory());
        if (!kind.hasHistory()) {
            sources.add(kind.source());
        }
        sources.forEach(source -> state.lost(target, source, since, now));
    }

    private void compare(Target target, Map<String, ObjectState> listed, Instant now) {
        ObjectTable table = state.table(target.type().kind());
        List<ObjectState> gone = known(target, table).filter(known -> !listed.containsKey(known.key())).toList();
        // Whether what is gone was the last of its kind is known only beside what there is now.
        listed.values().stream().sorted(Comparator.comparing(ObjectState::changedAt))
                .forEach(object -> arrived(target, object, Origin.COMPARED, now));
        gone.forEach(known -> deleted(target, known, Origin.COMPARED, now));
    }

    private static Stream<ObjectState> known(Target target, ObjectTable table) {
        return target.namespace() == null ? table.all() : table.in(target.namespace()).stream();
    }

    @Override
    public void checked(Target target, Instant now) {
        UntoldChanges check = checks.remove(target);
        if (check == null) {
            return;
        }
        check.all().sorted(Comparator.comparing(untold -> untold.listed() == null)).forEach(untold -> {
            ObjectState object = untold.listed() == null ? untold.known() : untold.listed();
            LOG.warnf("No watch told what became of %s %s; a list shows it", target.type().word(), object.key());
            metrics.untold();
            if (untold.listed() == null) {
                deleted(target, object, Origin.COMPARED, now);
            } else {
                arrived(target, object, Origin.COMPARED, now);
            }
        });
        if (check.all().findAny().isPresent()) {
            Entry entry = targets.all().get(target);
            entry.kinds().forEach(kind -> kind.listed(target.type(), Origin.COMPARED, state));
        }
    }

    @Override
    public void changed(Target target, String type, JsonNode object, Instant now) {
        metrics.changed();
        ObjectState after = project(target, object);
        if (after == null) {
            return;
        }
        if (checks.containsKey(target)) {
            checks.get(target).told(after);
        }
        if (type.equals("DELETED")) {
            deleted(target, after, Origin.WATCHED, now);
        } else {
            arrived(target, after, Origin.WATCHED, now);
        }
    }

    private void arrived(Target target, ObjectState after, Origin origin, Instant now) {
        Entry entry = targets.all().get(target);
        ObjectTable table = state.table(target.type().kind());
        ObjectState before = table.get(after.namespace(), after.name());
        if (before != null && !before.uid().equals(after.uid())) {
            deleted(target, before, origin, after.created() == null ? now : after.created());
            before = null;
        }
        take(entry, table, after);
        ObjectChange change = new ObjectChange(target.type(), before, after, false, origin, now);
        entry.kinds().forEach(kind -> tell(kind, change));
    }

    /** An object that a kind cannot make sense of keeps it from no other; the server would tell of it again and again. */
    private void tell(ChangeKind kind, ObjectChange change) {
        try {
            kind.changed(change, state);
        } catch (ProviderException e) {
            throw e;
        } catch (RuntimeException e) {
            metrics.unreadable();
            LOG.errorf(e, "%s of %s %s", kind.source(), change.type().word(), change.after().key());
        }
    }

    private void take(Entry entry, ObjectTable table, ObjectState after) {
        ObjectState before = table.put(after);
        if (entry.watched().stored()
                && (before == null || before.hash() != after.hash() || !before.uid().equals(after.uid()))) {
            state.touched(after.namespace());
        }
    }

    private void deleted(Target target, ObjectState last, Origin origin, Instant at) {
        Entry entry = targets.all().get(target);
        ObjectTable table = state.table(target.type().kind());
        ObjectState known = table.get(last.namespace(), last.name());
        ObjectChange change = new ObjectChange(target.type(), known, last, true, origin, at);
        entry.kinds().forEach(kind -> tell(kind, change));
        if (known != null && known.uid().equals(last.uid())) {
            table.remove(last);
            if (entry.watched().stored()) {
                state.touched(last.namespace());
            }
        }
    }

    /** {@code null} for what is ignored, and for what cannot be read, which is counted and said without its content. */
    private ObjectState project(Target target, JsonNode object) {
        JsonNode metadata = object.path("metadata");
        String namespace = metadata.path("namespace").isTextual() ? metadata.path("namespace").asText() : null;
        String name = metadata.path("name").asText();
        if (name.isEmpty() || !targets.wants(target.type(), namespace, name)) {
            return null;
        }
        try {
            return targets.all().get(target).watched().projector().of(object, digests);
        } catch (RuntimeException e) {
            metrics.unreadable();
            LOG.warnf("%s %s/%s cannot be read: %s", target.type().word(), namespace, name, e.getClass().getSimpleName());
            return null;
        }
    }
}
