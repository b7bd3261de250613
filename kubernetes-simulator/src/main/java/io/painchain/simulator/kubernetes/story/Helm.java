package io.painchain.simulator.kubernetes.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;

/** Releases of Helm, each revision a Secret as Helm writes it. */
public final class Helm {

    private static final String MANAGER = "helm";
    private static final Duration TAKES = Duration.ofSeconds(8);
    private static final int KEPT = 10;

    private final Cluster cluster;

    Helm(Cluster cluster) {
        this.cluster = cluster;
    }

    /** A release of a chart with its values. */
    public record Release(String namespace, String name, String chart, String chartVersion, String appVersion,
            ObjectNode values) {
    }

    /** Installs or upgrades: pending at once, deployed or failed some seconds later, after the changes it makes. */
    public int upgrade(Release release, boolean succeeds, Runnable changes) {
        int revision = latest(release) + 1;
        String what = revision == 1 ? "install" : "upgrade";
        write(release, revision, "pending-" + what, "Preparing " + what);
        changes.run();
        cluster.timeline().after(TAKES, () -> finish(release, revision, succeeds, what));
        return revision;
    }

    /** Without its history, as {@code helm uninstall} leaves it. */
    public void uninstall(String namespace, String name) {
        revisions(namespace, name).forEach(cluster::delete);
    }

    private void finish(Release release, int revision, boolean succeeds, String what) {
        if (succeeds) {
            revisions(release.namespace(), release.name()).stream()
                    .filter(secret -> secret.at("/metadata/labels/status").asText().equals("deployed"))
                    .forEach(secret -> relabel(secret, "superseded"));
        }
        write(release, revision, succeeds ? "deployed" : "failed", succeeds ? what + " complete" : what + " failed: timed out");
        List<ObjectNode> all = revisions(release.namespace(), release.name());
        all.stream().sorted(Comparator.comparingInt(Helm::number)).limit(Math.max(0, all.size() - KEPT))
                .forEach(cluster::delete);
    }

    private void relabel(ObjectNode secret, String status) {
        cluster.change(secret, Writer.update(MANAGER),
                changed -> changed.withObject("/metadata/labels").put("status", status));
    }

    private void write(Release release, int revision, String status, String description) {
        ObjectNode payload = Json.object("name", release.name(), "namespace", release.namespace(), "version", revision, "info",
                Json.object("first_deployed", cluster.now(), "last_deployed", cluster.now(), "deleted", "", "description",
                        description, "status", status),
                "chart", Json.object("metadata", Json.object("apiVersion", "v2", "name", release.chart(), "version",
                        release.chartVersion(), "appVersion", release.appVersion())),
                "config", release.values(), "manifest", "");
        ObjectNode labels = Json.object("name", release.name(), "owner", MANAGER, "status", status, "version",
                String.valueOf(revision), "modifiedAt", String.valueOf(cluster.instant().getEpochSecond()));
        cluster.put("Secret", release.namespace(), "sh.helm.release.v1." + release.name() + ".v" + revision,
                Json.object("metadata", Json.object("labels", labels), "type", "helm.sh/release.v1", "data",
                        Json.object("release", encoded(payload))),
                Writer.update(MANAGER));
    }

    private int latest(Release release) {
        return revisions(release.namespace(), release.name()).stream().mapToInt(Helm::number).max().orElse(0);
    }

    private List<ObjectNode> revisions(String namespace, String name) {
        return cluster.list("Secret", namespace, secret -> secret.at("/metadata/labels/owner").asText().equals(MANAGER)
                && secret.at("/metadata/labels/name").asText().equals(name));
    }

    private static int number(ObjectNode secret) {
        return secret.at("/metadata/labels/version").asInt();
    }

    /** Helm's base64 of gzip, in the base64 of every Secret. */
    private static String encoded(ObjectNode payload) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(payload.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(Base64.getEncoder().encode(packed.toByteArray()));
    }
}
