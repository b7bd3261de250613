package io.painchain.simulator.kubernetes.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * All objects of the cluster, whatever their type, and one sequence of revisions over all of them. Objects that are handed
 * out must not be changed: copy them.
 */
public final class Store {

    private final ResourceTypes types = new ResourceTypes();
    private final Map<ResourceType, History> histories = new HashMap<>();
    private final Supplier<Instant> now;
    private final long seed;
    private History.Window window = History.Window.LIKE_THE_SERVER;
    private long revision = 1000;
    private long lastUid;

    public Store(Supplier<Instant> now, long seed) {
        this.now = now;
        this.seed = seed;
    }

    /** The objects of a type in the order of their names, at one revision. */
    public record Listing(long revision, List<ObjectNode> objects) {
    }

    /** What changed, up to one revision. */
    public record Changes(long revision, List<Change> changes) {
    }

    public ResourceTypes types() {
        return types;
    }

    public synchronized long revision() {
        return revision;
    }

    /** Creates or replaces; what would change nothing is not written. */
    public synchronized ObjectNode put(Ref ref, ObjectNode wanted, Writer by) {
        ObjectNode before = history(ref.type()).objects().get(ref.key());
        Instant at = now.get().truncatedTo(ChronoUnit.SECONDS);
        ObjectNode after = ServerFields.fill(ref, before, wanted, by);
        if (before == null) {
            after.withObject("/metadata").put("uid", newUid()).put("creationTimestamp", at.toString());
        } else if (after.equals(before)) {
            return before;
        }
        FieldOwners.record(before, after, by, at);
        return store(ref, before == null ? Change.ADDED : Change.MODIFIED, after, before);
    }

    /** Null where there is none. */
    public synchronized ObjectNode delete(Ref ref) {
        ObjectNode before = history(ref.type()).objects().get(ref.key());
        return before == null ? null : store(ref, Change.DELETED, before.deepCopy(), before);
    }

    /** Null where there is none. */
    public synchronized ObjectNode get(Ref ref) {
        return history(ref.type()).objects().get(ref.key());
    }

    /** Of one namespace, or of all where it is empty. */
    public synchronized Listing list(ResourceType type, String namespace) {
        Map<String, ObjectNode> all = history(type).objects();
        return new Listing(revision, List.copyOf(namespace.isEmpty() ? all.values()
                : history(type).objects().subMap(namespace + "/", namespace + "0").values()));
    }

    /** Of one namespace, whose names begin so. */
    public synchronized List<ObjectNode> named(ResourceType type, String namespace, String prefix) {
        String key = namespace + "/" + prefix;
        return List.copyOf(history(type).objects().subMap(key, key + Character.MAX_VALUE).values());
    }

    public synchronized Changes since(ResourceType type, long after) throws ExpiredException {
        return new Changes(revision, history(type).since(after));
    }

    /** Changes are kept so long from now on, as by a server that has little to do. */
    public synchronized void keepChanges(Duration age) {
        window = window.keeping(age);
    }

    /** Waits until something changed after a revision, at most so long. */
    public synchronized void await(long after, long millis) {
        try {
            if (revision <= after) {
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets those who wait look again, as the clock was moved. */
    public synchronized void wake() {
        notifyAll();
    }

    /** Forgets the changes of a type so far, of all types where it is null: as after a restart of the server. */
    public synchronized void forget(ResourceType type) {
        revision++;
        types.all().stream().filter(each -> type == null || each.equals(type))
                .forEach(each -> history(each).forget(revision));
    }

    public synchronized void addType(ResourceType type) {
        types.remove(type);
        types.add(type);
        history(type).forget(revision);
    }

    /** With all its objects. */
    public synchronized void removeType(ResourceType type) {
        types.remove(type);
        histories.remove(type);
        notifyAll();
    }

    private ObjectNode store(Ref ref, String verb, ObjectNode object, ObjectNode before) {
        object.withObject("/metadata").put("resourceVersion", String.valueOf(++revision));
        history(ref.type()).add(ref.key(), new Change(verb, revision, object, before, now.get()), window);
        notifyAll();
        return object;
    }

    private History history(ResourceType type) {
        return histories.computeIfAbsent(type, absent -> new History());
    }

    private String newUid() {
        return UUID.nameUUIDFromBytes((seed + "/" + ++lastUid).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
