package io.painchain.kubernetes.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;

import io.painchain.connector.backend.BackendException;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.kubernetes.change.ChangeKinds;
import io.painchain.kubernetes.cluster.WatchedTargets.Entry;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.inventory.ClusterDocument;
import io.painchain.kubernetes.inventory.NamespaceDocument;
import io.painchain.kubernetes.inventory.StoredCluster;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.reflector.ListTurns;
import io.painchain.kubernetes.reflector.Position;
import io.painchain.kubernetes.reflector.Reflector;
import io.painchain.kubernetes.reflector.ServerClock;
import io.painchain.kubernetes.reflector.Surroundings;
import io.painchain.kubernetes.reflector.Target;

/** All watches of one cluster for one integration. Everything but opening happens in one lane. */
final class ClusterWatch {

    private static final int LISTS_AT_ONCE = 2;
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(10);

    private final ClusterConnection connection;
    private final ClusterDocument begun;
    private final ConnectorContext context;
    private final Executor lane;
    private final WatchedTargets targets;
    private final ClusterLedger ledger;
    private final ClusterState state;
    private final Posting posting;
    private final ServerClock server;
    private final List<Reflector> reflectors = new ArrayList<>();
    private Instant looked = Instant.EPOCH;
    private boolean postingSoon;
    private volatile boolean closed;

    /** @param begun where it stands, as the backend has it; {@code stored} to write that again */
    ClusterWatch(String integrationId, ClusterConfig config, ClusterConnection connection, ClusterDocument begun,
            StoredCluster stored, ConnectorContext context, Executor lane) {
        this.connection = connection;
        this.context = context;
        this.lane = lane;
        this.begun = begun.comparable(context.digests().keyId()) ? begun : begun.anew(context.digests().keyId());
        this.targets = new WatchedTargets(config);
        this.ledger = new ClusterLedger(WatchedTargets.repositories(config, begun.name()), begun.coveredFrom(), begun.gaps());
        this.server = new ServerClock(context.clock());
        this.state = new ClusterState(new ClusterState.Identity(integrationId, begun.name()), config, ledger,
                new ClusterState.Sources(context.digests(), new WholeObjects(connection.api()), server::now, this::drafted),
                this::complete);
        Map<String, NamespaceDocument> inventory = stored.namespaces();
        // What was told of what goes on stays known, also where no digest can be compared any more.
        List<Watched> comparable = begun.comparable(context.digests().keyId()) ? targets.watched() : List.of();
        inventory.forEach((namespace, document) -> state.restore(namespace, document, comparable));
        this.posting = new Posting(integrationId, context, state, stored, targets.watched(), this.begun.positions(),
                this::document, ledger, lane);
        Surroundings surroundings = new Surroundings(connection.api(),
                new ChangeFeed(targets, state, context.digests(), context.metrics()), new ListTurns(LISTS_AT_ONCE),
                context.clock(), server, () -> ThreadLocalRandom.current().nextDouble(), config.pollInterval());
        targets.all().keySet().forEach(target -> reflectors.add(new Reflector(target,
                this.begun.positions().getOrDefault(target.key(), Position.NOWHERE), surroundings)));
    }

    ClusterConnection connection() {
        return connection;
    }

    ClusterLedger ledger() {
        return ledger;
    }

    String name() {
        return begun.name();
    }

    String uid() {
        return begun.uid();
    }

    void tick() {
        lane.execute(() -> {
            if (closed) {
                return;
            }
            if (posting.isFull()) {
                reflectors.forEach(Reflector::pause);
            } else {
                reflectors.forEach(one -> one.tick(mayWatch(one.target())));
            }
            look(context.clock().instant());
            verify();
            posting.post(positions());
        });
    }

    private void look(Instant now) {
        if (!now.isBefore(looked.plus(LOOKED_EVERY))) {
            looked = now;
            ChangeKinds.ALL.forEach(kind -> kind.look(state));
        }
    }

    /** Posts without waiting for the next tick, once all that arrived together was looked at. */
    private void drafted() {
        if (!postingSoon) {
            postingSoon = true;
            lane.execute(() -> {
                postingSoon = false;
                if (!closed) {
                    posting.postDrafts(positions());
                }
            });
        }
    }

    void inLane(Runnable task) {
        lane.execute(task);
    }

    ClusterState state() {
        return state;
    }

    void close() {
        closed = true;
        try {
            lane.execute(() -> {
                reflectors.forEach(Reflector::stop);
                connection.api().close();
            });
        } catch (RejectedExecutionException e) {
            // The process is stopping: nothing runs in the lane any more.
            connection.api().close();
        }
    }

    /** What kept a type from being read may be over. */
    void hurry() {
        lane.execute(() -> reflectors.forEach(Reflector::hurry));
    }

    private boolean mayWatch(Target target) {
        List<String> after = targets.all().get(target).kinds().get(0).after(target.type());
        return after.isEmpty() || reflectors.stream().filter(one -> after.contains(one.target().type().kind()))
                .allMatch(Reflector::settled);
    }

    private boolean complete(String kind) {
        return reflectors.stream().filter(one -> one.target().type().kind().equals(kind))
                .allMatch(Reflector::tried);
    }

    /** Whether each list was asked for, and what came of them is posted. To be called in the lane. */
    boolean settled() {
        return closed || posting.refusal() != null
                || posting.idle() && reflectors.stream().allMatch(Reflector::asked);
    }

    BackendException refusal() {
        return posting.refusal();
    }

    private Map<String, Position> positions() {
        Map<String, Position> positions = new LinkedHashMap<>();
        reflectors.stream().filter(one -> one.position().resourceVersion() != null)
                .forEach(one -> positions.put(one.target().key(), one.position()));
        return positions;
    }

    private ClusterDocument document(Map<String, Position> positions) {
        return new ClusterDocument(begun.format(), begun.uid(), begun.name(), begun.projection(), begun.digestKey(), positions,
                ledger.coveredFrom(), ledger.gaps());
    }

    /** A source is known until the moment of its slowest watch; of one that is not read whole nothing is claimed. */
    private void verify() {
        Map<List<String>, Instant> until = new HashMap<>();
        Set<List<String>> unread = new LinkedHashSet<>();
        for (Reflector reflector : reflectors) {
            Entry entry = targets.all().get(reflector.target());
            List<String> sources = new ArrayList<>(entry.kinds().get(0).sourcesWithoutHistory());
            sources.add(entry.kinds().get(0).source());
            for (String source : sources) {
                List<String> line = List.of(WatchedTargets.repository(reflector.target(), name()), source);
                if (reflector.complete()) {
                    until.merge(line, reflector.position().at(), (one, other) -> one.isBefore(other) ? one : other);
                } else if (!reflector.absent()) {
                    unread.add(line);
                }
            }
        }
        until.keySet().removeAll(unread);
        unread.forEach(line -> ledger.forget(line.get(0), line.get(1)));
        until.forEach((line, at) -> ledger.verify(line.get(0), line.get(1), at));
    }

    /** Why types are not read, by target. To be called in the lane. */
    Map<Target, ProviderException> problems() {
        Map<Target, ProviderException> problems = new LinkedHashMap<>();
        reflectors.stream().filter(one -> one.problem() != null && !one.problem().is(Kind.NOT_FOUND))
                .forEach(one -> problems.put(one.target(), one.problem()));
        return problems;
    }

    /** @param namespace {@code null}: all */
    long targets(String namespace) {
        return reflectors.stream().filter(one -> !one.absent())
                .filter(one -> namespace == null || namespace.equals(one.target().namespace())).count();
    }
}
