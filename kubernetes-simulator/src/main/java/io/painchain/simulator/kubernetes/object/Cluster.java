package io.painchain.simulator.kubernetes.object;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.schedule.Timeline;
import io.painchain.simulator.kubernetes.store.Ref;
import io.painchain.simulator.kubernetes.store.Store;
import io.painchain.simulator.kubernetes.store.Writer;

/** The objects of a cluster by kind, namespace and name, as controllers and people change them. */
public final class Cluster {

    private final Store store;
    private final Timeline timeline;

    public Cluster(Store store, Timeline timeline) {
        this.store = store;
        this.timeline = timeline;
    }

    public Timeline timeline() {
        return timeline;
    }

    /** The present time as objects write it. */
    public String now() {
        return timeline.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public Instant instant() {
        return timeline.now();
    }

    /** Null where there is none. */
    public ObjectNode get(String kind, String namespace, String name) {
        return store.get(ref(kind, namespace, name));
    }

    public ObjectNode put(String kind, String namespace, String name, ObjectNode object, Writer by) {
        return store.put(ref(kind, namespace, name), object, by);
    }

    /** Changes a copy and writes it; null where there is no such object. */
    public ObjectNode change(ObjectNode object, Writer by, Consumer<ObjectNode> change) {
        Ref ref = ref(object);
        ObjectNode present = store.get(ref);
        if (present == null) {
            return null;
        }
        ObjectNode copy = present.deepCopy();
        change.accept(copy);
        return store.put(ref, copy, by);
    }

    public void delete(ObjectNode object) {
        store.delete(ref(object));
    }

    public List<ObjectNode> list(String kind, String namespace, Predicate<ObjectNode> which) {
        return store.list(store.types().kind(kind), namespace).objects().stream().filter(which).toList();
    }

    /** Those that an object controls; their names begin with its own. */
    public List<ObjectNode> owned(String kind, ObjectNode owner) {
        JsonNode uid = owner.path("metadata").path("uid");
        return store.named(store.types().kind(kind), namespace(owner), name(owner) + "-").stream()
                .filter(object -> object.path("metadata").path("ownerReferences").path(0).path("uid").equals(uid)).toList();
    }

    public static JsonNode ownedBy(ObjectNode owner) {
        return Json.array(Json.object("apiVersion", owner.path("apiVersion"), "kind", owner.path("kind"), "name",
                owner.at("/metadata/name"), "uid", owner.at("/metadata/uid"), "controller", true, "blockOwnerDeletion", true));
    }

    public static String name(ObjectNode object) {
        return object.path("metadata").path("name").asText();
    }

    public static String namespace(ObjectNode object) {
        return object.path("metadata").path("namespace").asText();
    }

    private Ref ref(ObjectNode object) {
        return ref(object.path("kind").asText(), namespace(object), name(object));
    }

    private Ref ref(String kind, String namespace, String name) {
        return new Ref(store.types().kind(kind), namespace, name);
    }
}
