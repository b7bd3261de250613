package io.painchain.kubernetes.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.kubernetes.api.KubernetesApi;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.inventory.ClusterDocument;
import io.painchain.kubernetes.inventory.StoredCluster;
import io.painchain.kubernetes.reflector.ListTurns;
import io.painchain.kubernetes.reflector.Position;
import io.painchain.kubernetes.reflector.Reflector;
import io.painchain.kubernetes.reflector.ServerClock;
import io.painchain.kubernetes.reflector.Surroundings;
import io.painchain.model.event.EventDraft;

/** Lists once what has a history, and drafts all of it as a first sync would. */
public record ClusterHistories(ConnectorContext context) {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration A_LOOK = Duration.ofMillis(100);

    /** @param open with the lane that answers arrive in; {@code goOn} throws to stop */
    public List<EventDraft> read(String integrationId, ClusterConfig config, Function<Executor, KubernetesApi> open,
            Runnable goOn) {
        Object own = new Object();
        Executor lane = task -> context.order().submit(integrationId + "/past/" + System.identityHashCode(own), task);
        try (KubernetesApi api = open.apply(lane)) {
            StoredCluster stored = new StoredCluster(context.backend().checkpoints(integrationId));
            ClusterDocument begun = stored.cluster(new ClusterConnection(api).uid(), config.clusterName(),
                    context.digests().keyId());
            WatchedTargets targets = new WatchedTargets(config);
            ServerClock server = new ServerClock(context.clock());
            ClusterLedger ledger = new ClusterLedger(List.of(begun.name()), Map.of(), List.of());
            List<Reflector> reflectors = new java.util.ArrayList<>();
            ClusterState state = new ClusterState(new ClusterState.Identity(integrationId, begun.name()), config, ledger,
                    new ClusterState.Sources(context.digests(), new WholeObjects(api), server::now, () -> {
                    }),
                    kind -> reflectors.stream().filter(one -> one.target().type().kind().equals(kind))
                            .allMatch(Reflector::tried));
            Surroundings surroundings = new Surroundings(api, new ChangeFeed(targets, state, context.digests(),
                    context.metrics()), new ListTurns(1), context.clock(), server,
                    () -> ThreadLocalRandom.current().nextDouble(), config.pollInterval());
            targets.all().forEach((target, entry) -> {
                if (entry.kinds().get(0).hasHistory()) {
                    reflectors.add(new Reflector(target, Position.NOWHERE, surroundings));
                }
            });
            listAll(reflectors, lane, goOn);
            return state.takePending();
        }
    }

    private static void listAll(List<Reflector> reflectors, Executor lane, Runnable goOn) {
        long end = System.nanoTime() + LONGEST.toNanos();
        AtomicBoolean done = new AtomicBoolean();
        while (!done.get()) {
            goOn.run();
            if (System.nanoTime() > end) {
                throw new ProviderException(Kind.UNAVAILABLE, "The cluster did not list its histories in time");
            }
            CountDownLatch looked = new CountDownLatch(1);
            lane.execute(() -> {
                reflectors.stream().filter(one -> !one.tried()).forEach(one -> one.tick(false));
                done.set(reflectors.stream().allMatch(Reflector::tried));
                looked.countDown();
            });
            try {
                looked.await(A_LOOK.toMillis(), TimeUnit.MILLISECONDS);
                new CountDownLatch(done.get() ? 0 : 1).await(A_LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProviderException(Kind.STOPPING, "The connector is stopping", null, e);
            }
        }
        ProviderException refused = reflectors.stream().map(Reflector::problem)
                .filter(problem -> problem != null && problem.concernsAll()).findFirst().orElse(null);
        if (refused != null) {
            throw refused;
        }
    }
}
