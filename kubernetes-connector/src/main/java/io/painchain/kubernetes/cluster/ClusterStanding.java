package io.painchain.kubernetes.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.cycle.RepositoryReport;
import io.painchain.connector.cycle.SyncedRepository;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.reflector.Target;
import io.painchain.model.integration.Coverage;

/** How a cluster, or one of its configured namespaces, fares: the watches' side of the shared cycles. */
final class ClusterStanding implements SyncedRepository {

    /** Lists of large clusters take longer, and are told of in a later cycle. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_LOOK = Duration.ofMillis(10);

    private final String name;
    private final ClusterConfig config;
    private final ClusterWatch watch;
    private final Runnable goOn;

    ClusterStanding(String name, ClusterConfig config, ClusterWatch watch, Runnable goOn) {
        this.name = name;
        this.config = config;
        this.watch = watch;
        this.goOn = goOn;
    }

    @Override
    public RepositoryReport run(Duration slack, Instant since) {
        goOn.run();
        try {
            String version = watch.connection().version();
            watch.inLane(() -> ClusterVersion.seen(version, watch.uid(), watch.state()));
            settle();
            return report();
        } catch (ProviderException e) {
            if (e.is(Kind.STOPPING)) {
                throw e;
            }
            return RepositoryReport.error(e.getMessage());
        }
    }

    /** Waits until all lists were tried and posted, or long enough. */
    private void settle() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        AtomicBoolean settled = new AtomicBoolean();
        while (!settled.get() && System.nanoTime() < end) {
            goOn.run();
            watch.tick();
            CountDownLatch looked = new CountDownLatch(1);
            watch.inLane(() -> {
                settled.set(watch.settled());
                looked.countDown();
            });
            await(looked, settled);
        }
        if (watch.refusal() != null) {
            throw watch.refusal();
        }
    }

    private static void await(CountDownLatch looked, AtomicBoolean settled) {
        try {
            if (looked.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && !settled.get()) {
                // Nobody counts it down: a wait that an interruption ends.
                new CountDownLatch(1).await(A_LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(Kind.STOPPING, "The connector is stopping", null, e);
        }
    }

    private RepositoryReport report() {
        String namespace = WatchedTargets.byNamespace(config) ? name.substring(watch.name().length() + 1) : null;
        if (namespace != null && !watch.connection().mayExist(namespace)) {
            return RepositoryReport.error("The cluster has no namespace " + namespace);
        }
        Optional<String> unmatched = watch.connection().unmatched(config.namespaces());
        return unmatched.map(RepositoryReport::error).orElseGet(() -> report(namespace));
    }

    private RepositoryReport report(String namespace) {
        AtomicReference<Map<Target, ProviderException>> problems = new AtomicReference<>(Map.of());
        CountDownLatch looked = new CountDownLatch(1);
        watch.inLane(() -> {
            problems.set(watch.problems());
            looked.countDown();
        });
        await(looked, new AtomicBoolean(true));
        Set<String> sentences = new LinkedHashSet<>();
        int count = 0;
        for (Map.Entry<Target, ProviderException> one : problems.get().entrySet()) {
            if (namespace == null || namespace.equals(one.getKey().namespace())) {
                sentences.add(one.getValue().getMessage());
                count++;
            }
        }
        String words = String.join("; ", sentences);
        boolean all = count > 0 && count >= watch.targets(namespace);
        return all ? RepositoryReport.error(words) : RepositoryReport.of(words);
    }

    @Override
    public void hurry() {
        watch.hurry();
    }

    @Override
    public void reach(PastFindings past) {
        // A backfill reads histories of objects and moves no begin.
    }

    @Override
    public boolean probed(Sight sight) {
        return false;
    }

    @Override
    public boolean waitsForAnEnd() {
        return false;
    }

    @Override
    public Instant lastNews() {
        return null;
    }

    @Override
    public List<Coverage> coverage(Duration step) {
        return watch.ledger().news(name, step);
    }

    @Override
    public void reported(List<Coverage> lines) {
        watch.ledger().reported(lines);
    }
}
