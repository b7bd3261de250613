package io.painchain.kubernetes.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.painchain.kubernetes.projection.ObjectState;

/** What a list shows of one type otherwise than its watch, until the watch tells something of it after all. */
final class UntoldChanges {

    /** @param listed {@code null}: it was not in the list; {@code known} {@code null}: nobody had told of it */
    record Untold(ObjectState known, ObjectState listed) {
    }

    private final Map<String, Untold> untold = new HashMap<>();
    private final Set<String> toldSince = new HashSet<>();
    private boolean listing = true;

    void told(ObjectState object) {
        untold.remove(object.key());
        if (listing) {
            toldSince.add(object.key());
        }
    }

    void compare(Stream<ObjectState> known, Map<String, ObjectState> listed) {
        Map<String, ObjectState> unknown = new HashMap<>(listed);
        known.forEach(object -> {
            ObjectState now = unknown.remove(object.key());
            if (now == null || !now.uid().equals(object.uid()) || now.hash() != object.hash()) {
                untold.put(object.key(), new Untold(object, now));
            }
        });
        unknown.forEach((key, object) -> untold.put(key, new Untold(null, object)));
        untold.keySet().removeAll(toldSince);
        toldSince.clear();
        listing = false;
    }

    Stream<Untold> all() {
        return untold.values().stream();
    }
}
