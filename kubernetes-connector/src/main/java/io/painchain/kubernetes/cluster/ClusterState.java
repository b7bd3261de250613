package io.painchain.kubernetes.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.inventory.NamespaceDocument;
import io.painchain.kubernetes.kind.Notes;
import io.painchain.kubernetes.kind.ObjectTable;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.mapping.ClusterScope;
import io.painchain.kubernetes.projection.Digests;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.reflector.Target;
import io.painchain.model.event.EventDraft;

/** What is known of a cluster, and what is to be posted of it. Used in its lane only. */
final class ClusterState implements Situation {

    private final String integrationId;
    private final String cluster;
    private final ClusterConfig config;
    private final ClusterLedger ledger;
    private final Digests digests;
    private final WholeObjects objects;
    private final Supplier<Instant> now;
    private final Runnable drafted;
    private final Predicate<String> complete;
    private final Map<String, ObjectTable> tables = new HashMap<>();
    private final Map<String, Notes> notes = new TreeMap<>();
    private final Set<String> dirty = new HashSet<>();
    private List<EventDraft> pending = new ArrayList<>();

    record Identity(String integrationId, String cluster) {
    }

    /** @param now by the server's clock; {@code drafted} is called with each draft */
    record Sources(Digests digests, WholeObjects objects, Supplier<Instant> now, Runnable drafted) {
    }

    /** @param complete whether all objects of a kind of type are known */
    ClusterState(Identity identity, ClusterConfig config, ClusterLedger ledger, Sources sources, Predicate<String> complete) {
        this.integrationId = identity.integrationId();
        this.cluster = identity.cluster();
        this.config = config;
        this.ledger = ledger;
        this.digests = sources.digests();
        this.objects = sources.objects();
        this.now = sources.now();
        this.drafted = sources.drafted();
        this.complete = complete;
    }

    @Override
    public ClusterConfig config() {
        return config;
    }

    @Override
    public ClusterScope scope(String namespace) {
        return new ClusterScope(integrationId, cluster, namespace, config.imageRepositories(), now());
    }

    @Override
    public ObjectTable table(String kind) {
        return tables.computeIfAbsent(kind, first -> new ObjectTable());
    }

    @Override
    public Notes notes(String namespace) {
        String word = ObjectTable.word(namespace);
        return notes.computeIfAbsent(word, first -> new Notes(() -> dirty.add(word)));
    }

    @Override
    public Collection<String> noted() {
        return List.copyOf(notes.keySet());
    }

    @Override
    public void draft(EventDraft draft) {
        pending.add(draft);
        drafted.run();
    }

    @Override
    public void gap(String source, Instant from, Instant to, String reason) {
        ledger.gap(null, source, from, to, reason);
    }

    @Override
    public void whole(ResourceType type, String namespace, String name, Consumer<JsonNode> then) {
        objects.read(type.path(namespace) + "/" + name, then);
    }

    @Override
    public Digests digests() {
        return digests;
    }

    @Override
    public Instant now() {
        return now.get();
    }

    @Override
    public boolean complete(String kind) {
        return complete.test(kind);
    }

    // --- what is stored, and what is posted ---

    /** @param since the last sign of life; {@code null}: never */
    void lost(Target target, String source, Instant since, Instant to) {
        ledger.gap(WatchedTargets.repository(target, cluster), source, since, to, "the cluster keeps no history of these");
    }

    void touched(String namespace) {
        dirty.add(ObjectTable.word(namespace));
    }

    boolean hasChanged() {
        return !dirty.isEmpty();
    }

    /** Drafts wait that came while others were posted. */
    void drafted() {
        drafted.run();
    }

    int pending() {
        return pending.size();
    }

    List<EventDraft> takePending() {
        List<EventDraft> taken = pending;
        pending = new ArrayList<>();
        return taken;
    }

    /** They could not be posted. */
    void putBack(List<EventDraft> drafts, Collection<String> namespaces) {
        List<EventDraft> all = new ArrayList<>(drafts);
        all.addAll(pending);
        pending = all;
        dirty.addAll(namespaces);
    }

    /** Of the namespaces that changed since the last call, at most so many. */
    Map<String, NamespaceDocument> takeChanged(Collection<Watched> watched, int most) {
        Map<String, NamespaceDocument> changed = new TreeMap<>();
        for (String namespace : List.copyOf(dirty)) {
            if (changed.size() < most) {
                dirty.remove(namespace);
                changed.put(namespace, document(namespace, watched));
            }
        }
        return changed;
    }

    private NamespaceDocument document(String namespace, Collection<Watched> watched) {
        Map<String, Map<String, NamespaceDocument.Entry>> objects = new TreeMap<>();
        for (Watched one : watched) {
            String kind = one.target().type().kind();
            if (one.stored() && tables.containsKey(kind) && !objects.containsKey(kind)) {
                Map<String, NamespaceDocument.Entry> entries = new TreeMap<>();
                table(kind).in(namespace).forEach(state -> entries.put(state.name(),
                        new NamespaceDocument.Entry(state.uid(), state.hash(), state.changedAt(), one.note().apply(state))));
                if (!entries.isEmpty()) {
                    objects.put(kind, entries);
                }
            }
        }
        return new NamespaceDocument(objects, notes(namespace).beginning(""));
    }

    void restore(String namespace, NamespaceDocument document, Collection<Watched> watched) {
        notes(namespace).restore(document.notes());
        for (Watched one : watched) {
            String kind = one.target().type().kind();
            String in = namespace.isEmpty() ? null : namespace;
            document.objects().getOrDefault(kind, Map.of()).forEach((name, entry) -> table(kind).put(new ObjectState(in, name,
                    entry.u(), null, entry.t(), entry.t(), null, entry.h(), one.facts().apply(entry.n() == null ? Map.of()
                            : entry.n()))));
        }
    }
}
