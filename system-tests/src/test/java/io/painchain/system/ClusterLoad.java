package io.painchain.system;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.painchain.simulator.kubernetes.KubernetesSimulator;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.story.Gitops;
import io.painchain.simulator.kubernetes.story.Helm;
import io.painchain.simulator.kubernetes.story.Workload;

/** Somebody does something in a cluster several times a second: rollouts, scaling, settings, releases, syncs, Jobs, nodes. */
final class ClusterLoad implements AutoCloseable {

    private static final int WORKLOADS = 60;
    private static final int NAMESPACES = 6;
    /** A cluster forgets older revisions, and whoever was away then cannot tell of them. */
    private static final int KEPT = 10;
    private static final Duration EVERY = Duration.ofMillis(250);

    private final KubernetesSimulator cluster;
    private final Random random;
    private final int[] rollouts = new int[WORKLOADS];
    private final AtomicInteger count = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    ClusterLoad(KubernetesSimulator cluster, long seed) {
        this.cluster = cluster;
        this.random = new Random(seed);
        fill();
    }

    private void fill() {
        cluster.timeline().perform(() -> {
            var stories = cluster.stories();
            for (int i = 0; i < 3; i++) {
                stories.nodes().join("node-" + i, "v1.33.4", "default");
            }
            for (int i = 0; i < NAMESPACES; i++) {
                stories.namespace("team-" + i);
            }
            for (int i = 0; i < WORKLOADS; i++) {
                stories.workloads().create(workload(i), "acme/app-" + i + ":v0", 1 + i % 3, "kubectl");
            }
            return WORKLOADS;
        });
    }

    void begin() {
        thread.scheduleWithFixedDelay(() -> cluster.timeline().perform(this::act), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How much was done. */
    int end() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new AssertionError("The load goes on");
        }
        return count.get();
    }

    private int act() {
        var stories = cluster.stories();
        int number = count.incrementAndGet();
        var namespace = "team-" + random.nextInt(NAMESPACES);
        int chance = random.nextInt(10);
        int which = random.nextInt(WORKLOADS);
        if (chance < 3 && ++rollouts[which] < KEPT) {
            stories.workloads().image(workload(which), "acme/app-" + which + ":v" + number, "kubectl");
        } else if (chance <= 3) {
            stories.workloads().scale(workload(which), 1 + number % 4, "kubectl");
        } else if (chance == 4) {
            stories.settings().configMap(namespace, "settings-" + number, Map.of("mode", "a"), "kubectl");
        } else if (chance == 5) {
            stories.settings().service(namespace, "front-" + number % 50, 80 + number, "kubectl");
        } else if (chance == 6) {
            stories.helm()
                    .upgrade(new Helm.Release("team-" + number % NAMESPACES, "cache-" + number, "redis", "20.0." + number,
                            "7.4",
                            Json.object("size", number)), number % 5 != 0, () -> {
                            });
        } else if (chance == 7) {
            stories.gitops().argoSync(sync(number, namespace), number % 5 != 0, () -> {
            });
        } else if (chance == 8) {
            stories.gitops().fluxApply(sync(number, namespace), () -> {
            });
        } else {
            stories.jobs().run(namespace, "migrate-" + number, "acme/migrate:1", Duration.ofSeconds(5), number % 3 != 0);
        }
        return number;
    }

    private static Gitops.Sync sync(int number, String namespace) {
        return new Gitops.Sync("shop-" + number, namespace, "https://github.com/acme/deploy", "%040x".formatted(number), null);
    }

    private static Workload workload(int number) {
        return new Workload(number % 20 == 7 ? "StatefulSet" : "Deployment", "team-" + number % NAMESPACES, "app-" + number);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
