package io.painchain.simulator.kubernetes.day;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.story.Gitops;
import io.painchain.simulator.kubernetes.story.Helm;
import io.painchain.simulator.kubernetes.story.Stories;

/** What happens in a namespace beside its workloads: settings, Services, Jobs, a Helm release, Argo CD and Flux. */
final class NamespaceLife {

    private final Stories stories;
    private final Truth truth;
    private final String namespace;
    private final Map<String, String> settings = new HashMap<>(Map.of("mode", "a"));
    private int count;

    NamespaceLife(Stories stories, Truth truth, String namespace) {
        this.stories = stories;
        this.truth = truth;
        this.namespace = namespace;
    }

    void plan(Random random, Planner planner) {
        stories.settings().configMap(namespace, "settings", settings, "kubectl");
        stories.settings().service(namespace, "front", 80, "kubectl");
        planner.every(Duration.ofHours(4), () -> configure(random.nextInt(5)));
        planner.every(Duration.ofHours(12), this::expose);
        planner.every(Duration.ofHours(8), () -> run(random.nextInt(3) > 0));
        planner.every(Duration.ofHours(10), () -> release(random.nextInt(4) > 0));
        planner.every(Duration.ofHours(8), () -> sync(random.nextInt(5) > 0));
        planner.every(Duration.ofHours(12), this::apply);
    }

    private void configure(int what) {
        settings.put("mode", "value-" + ++count);
        if (what == 0) {
            settings.put("key-" + count, "added");
        }
        truth.changed("config", stories.settings().configMap(namespace, "settings", settings, "kubectl-edit"), now());
    }

    private void expose() {
        truth.changed("network", stories.settings().service(namespace, "front", 80 + ++count, "kubectl"), now());
    }

    private void run(boolean succeeds) {
        ObjectNode job = stories.jobs().run(namespace, "migrate-" + ++count, "registry.example/migrate:1",
                Duration.ofSeconds(40), succeeds);
        truth.job(job, succeeds ? "success" : "failure", now());
    }

    private void release(boolean succeeds) {
        Helm.Release release = new Helm.Release(namespace, "cache", "redis", "20." + ++count + ".0", "7.4",
                Json.object("size", count));
        int revision = stories.helm().upgrade(release, succeeds, this::nothing);
        truth.helm(namespace, "cache", revision, succeeds ? "success" : "failure", now());
    }

    private void sync(boolean succeeds) {
        Gitops.Sync sync = new Gitops.Sync("shop-" + namespace, namespace, "https://github.com/acme/deploy", sha(),
                succeeds ? null : "admin");
        stories.gitops().argoSync(sync, succeeds, this::nothing);
        truth.argo(stories.cluster().get("Application", "argocd", sync.name()), succeeds ? "success" : "failure", now());
    }

    private void apply() {
        Gitops.Sync sync = new Gitops.Sync("base-" + namespace, namespace, "https://github.com/acme/base", sha(), null);
        stories.gitops().fluxApply(sync, this::nothing);
        truth.flux(stories.cluster().get("Kustomization", "flux-system", sync.name()), "main@sha1:" + sync.sha(), now());
    }

    private String sha() {
        return "%040x".formatted(new BigInteger(1, (namespace + "/" + ++count).getBytes(
                StandardCharsets.UTF_8)));
    }

    private void nothing() {
        // only the release or sync itself is told of
    }

    private Instant now() {
        return stories.cluster().instant();
    }
}
