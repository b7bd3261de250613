package io.painchain.kubernetes.rig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;
import io.painchain.simulator.kubernetes.story.Gitops;
import io.painchain.simulator.kubernetes.story.Helm;
import io.painchain.simulator.kubernetes.story.Stories;
import io.painchain.simulator.kubernetes.story.Workload;

/** Values that must not be told, in every place where a cluster holds some; each time others. */
public final class Plants {

    /** In each of them. */
    public static final String MARK = "pl4nted";
    public static final Workload API = Workload.deployment("payments", "api");

    private static final String IN = "payments";
    private static final Writer KUBECTL = Writer.update("kubectl");
    private static final List<String> OF_NAMESPACES = List.of("Service", "Ingress", "NetworkPolicy", "HTTPRoute", "Role",
            "RoleBinding", "ResourceQuota", "PodDisruptionBudget", "HorizontalPodAutoscaler", "CronJob", "Certificate");
    private static final List<String> OF_THE_CLUSTER = List.of("ClusterRole", "ClusterRoleBinding", "StorageClass",
            "CustomResourceDefinition", "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration");

    private final Stories stories;
    private final Cluster cluster;
    private int count;

    public Plants(Stories stories) {
        this.stories = stories;
        this.cluster = stories.cluster();
    }

    public int count() {
        return count;
    }

    private String value() {
        return MARK + "-" + ++count;
    }

    public void plant(String image) {
        settings();
        workloads(image);
        releases();
        operations();
        others();
        messages();
    }

    private void settings() {
        stories.settings().configMap(IN, "api-env", Map.of("PASSWORD", value(), "URL", "https://u:" + value() + "@db"),
                "kubectl");
        stories.settings().secret(IN, "api-secret", Map.of("token", value()), "kubectl");
        for (String kind : List.of("ConfigMap", "Secret")) {
            cluster.change(cluster.get(kind, IN, kind.equals("Secret") ? "api-secret" : "api-env"), KUBECTL, changed -> {
                mark(changed);
                changed.withObject("/binaryData").put("blob", value());
            });
        }
    }

    private void workloads(String image) {
        for (String kind : List.of("Deployment", "StatefulSet", "DaemonSet")) {
            Workload workload = new Workload(kind, IN, kind.equals("Deployment") ? "api" : "api-" + kind.toLowerCase());
            if (cluster.get(kind, IN, workload.name()) == null) {
                stories.workloads().create(workload, image, 2, "kubectl");
            }
            stories.workloads().edit(workload, KUBECTL, changed -> {
                mark(changed);
                template(changed.withObject("/spec/template"), image);
            });
        }
        ObjectNode rollout = Json.object("spec", Json.object("replicas", 1, "template", Json.object()), "status",
                Json.object("phase", "Degraded", "message", message()));
        template(rollout.withObject("/spec/template").set("spec", Json.object("containers", Json.array(Json.object()))), image);
        mark(rollout);
        cluster.put("Rollout", IN, "planted", rollout, KUBECTL);
        cluster.list("ReplicaSet", IN, set -> true)
                .forEach(set -> cluster.change(set, Writer.controllerStatus(), changed -> changed.withObject("/status").set(
                        "conditions",
                        Json.array(failed("ReplicaFailure").put("status", "True").put("reason", "FailedCreate")))));
    }

    private void template(ObjectNode template, String image) {
        template.withObject("/metadata/annotations").put("vault/token", value());
        ObjectNode container = template.withObject("/spec/containers/0").put("image", image);
        spoil(container);
        template.withObject("/spec").set("initContainers",
                Json.array(spoil(Json.object("name", "init", "image", "acme/init:v1"))));
        template.withObject("/spec").set("volumes", volumes());
    }

    /** Also where the server lets only pods have them. */
    private ObjectNode spoiltPod() {
        ObjectNode spec = Json.object("containers", Json.array(spoil(Json.object("name", "a", "image", "acme/a:v1"))),
                "initContainers", Json.array(spoil(Json.object("name", "init", "image", "acme/init:v1"))),
                "ephemeralContainers", Json.array(spoil(Json.object("name", "debug", "image", "acme/debug:v1"))));
        return spec.set("volumes", volumes());
    }

    private JsonNode volumes() {
        return Json.array(Json.object("name", "vault", "csi", Json.object("driver", "secrets-store", "volumeAttributes",
                Json.object("token", value()))));
    }

    private ObjectNode spoil(ObjectNode container) {
        container.set("args", Json.array("--password=" + value(), value()));
        container.set("command", Json.array("run", value()));
        container.set("env", Json.array(Json.object("name", "PASSWORD", "value", value())));
        container.set("lifecycle",
                Json.object("postStart", Json.object("exec", Json.object("command", Json.array("login", value())))));
        container.set("livenessProbe", Json.object("exec", Json.object("command", Json.array("check", value())), "httpGet",
                Json.object("httpHeaders", Json.array(Json.object("name", "Authorization", "value", value())))));
        return container;
    }

    /** Annotations of tools, which repeat all that is in the object, and of people; a label that is of no tool's. */
    private void mark(ObjectNode object) {
        object.withObject("/metadata/annotations")
                .put("kubectl.kubernetes.io/last-applied-configuration", "{\"data\":{\"token\":\"" + value() + "\"}}")
                .put("kubernetes.io/change-cause", "kubectl set env deploy/api PASSWORD=" + value() + " --token " + value())
                .put("org.opencontainers.image.source", "https://bot:" + value() + "@github.com/acme/api")
                .put("acme/key", value());
        object.withObject("/metadata/labels").put("acme/key", value());
    }

    private void releases() {
        stories.helm()
                .upgrade(new Helm.Release(IN, "shop", "shop", "1." + count, "2", Json.object("password", value(), "nested",
                        Json.object("key", value(), "list", Json.array(value())))), true, () -> {
                        });
        write();
        cluster.put("HelmRelease", IN, "store", Json.object("metadata", Json.object("annotations", Json.object("a", value())),
                "spec", Json.object("values", Json.object("password", value())), "status",
                Json.object("conditions", Json.array(failed("Ready")), "history",
                        Json.array(Json.object("version", 1, "status", "failed", "chartName", "store", "chartVersion",
                                "1." + count, "lastDeployed", cluster.now(), "configDigest", "sha256:0")))),
                Writer.update("helm-controller"));
    }

    /** A revision of a release with all that Helm keeps of one. */
    private void write() {
        ObjectNode payload = Json.object("name", "notes", "info",
                Json.object("notes", value(), "description", message(), "status", "deployed"), "manifest", "token: " + value(),
                "hooks", Json.array(Json.object("name", "hook", "manifest", value())), "config",
                Json.object("password", value()), "chart",
                Json.object("metadata", Json.object("name", "notes", "version", "1." + count, "annotations",
                        Json.object("key", value())), "values", Json.object("password", value()), "templates",
                        Json.array(Json.object("name", "t", "data", Base64.getEncoder().encodeToString(value().getBytes())))));
        int revision = cluster.list("Secret", IN, secret -> Cluster.name(secret).contains("v1.notes.v")).size() + 1;
        ObjectNode labels = Json.object("name", "notes", "owner", "helm", "status", "deployed", "version",
                String.valueOf(revision), "modifiedAt", String.valueOf(cluster.instant().getEpochSecond()));
        ObjectNode secret = Json.object("metadata", Json.object("labels", labels), "type", "helm.sh/release.v1", "data",
                Json.object("release", packed(payload)));
        secret.withObject("/metadata/annotations").put("acme/key", value());
        cluster.put("Secret", IN, "sh.helm.release.v1.notes.v" + revision, secret, Writer.update("helm"));
    }

    private static String packed(ObjectNode payload) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(payload.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(Base64.getEncoder().encode(packed.toByteArray()));
    }

    private void operations() {
        stories.gitops().argoSync(new Gitops.Sync("shop", IN, "https://bot:" + value() + "@github.com/acme/deploy",
                "0a1b2c3d4e5f60718293a4b5c6d7e8f90123" + (1000 + count), "ada"), true, () -> {
                });
        cluster.change(cluster.get("Application", "argocd", "shop"), KUBECTL, changed -> {
            mark(changed);
            changed.withObject("/spec/source").set("helm", Json.object("parameters",
                    Json.array(Json.object("name", "password", "value", value())), "values", "password: " + value(),
                    "valuesObject", Json.object("password", value()), "fileParameters",
                    Json.array(Json.object("name", "key", "path", value()))));
            changed.withObject("/spec/source").set("plugin",
                    Json.object("env", Json.array(Json.object("name", "TOKEN", "value", value()))));
            changed.withObject("/spec/source").set("kustomize", Json.object("patches",
                    Json.array(Json.object("patch", "token: " + value())), "commonAnnotations", Json.object("a", value())));
            changed.withObject("/status").set("sync",
                    Json.object("comparedTo", Json.object("source", changed.at("/spec/source").deepCopy())));
            changed.at("/status/history")
                    .forEach(entry -> ((ObjectNode) entry).set("source", changed.at("/spec/source").deepCopy()));
        });
        stories.gitops().fluxApply(new Gitops.Sync("infra", IN, "https://bot:" + value() + "@github.com/acme/infra",
                "1a1b2c3d4e5f60718293a4b5c6d7e8f90123" + (1000 + count), null), () -> {
                });
        cluster.change(cluster.get("Kustomization", "flux-system", "infra"), KUBECTL, changed -> {
            mark(changed);
            changed.withObject("/spec/postBuild/substitute").put("password", value());
            changed.withObject("/spec").set("patches", Json.array(Json.object("patch", "token: " + value())));
        });
    }

    private void others() {
        OF_NAMESPACES.forEach(kind -> put(kind, IN));
        OF_THE_CLUSTER.forEach(kind -> put(kind, ""));
        for (String node : List.of("node-0")) {
            if (cluster.get("Node", "", node) == null) {
                stories.nodes().join(node, "v1.33.4", "default");
            }
            cluster.change(cluster.get("Node", "", node), KUBECTL, changed -> {
                mark(changed);
                changed.withObject("/spec").set("taints",
                        Json.array(Json.object("key", "acme/dedicated", "value", value(), "effect", "NoSchedule")));
            });
            cluster.change(cluster.get("Node", "", node), Writer.status("kubelet"), changed -> changed.withObject("/status")
                    .set("conditions", Json.array(failed("Ready"), failed("MemoryPressure").put("status", "True"))));
        }
        cluster.change(cluster.get("Namespace", "", IN), KUBECTL, this::mark);
        ObjectNode job = stories.jobs().run(IN, "job-" + count, "acme/job:" + count, Duration.ofSeconds(2), false);
        cluster.change(job, KUBECTL, changed -> {
            mark(changed);
            changed.withObject("/spec/template").set("spec", spoiltPod());
        });
    }

    private void put(String kind, String namespace) {
        ObjectNode object = Json.object("spec", Json.object("value", value(), "values", Json.array(value()), "env",
                Json.array(Json.object("name", "PASSWORD", "value", value()))), "parameters", Json.object("key", value()),
                "webhooks", Json.array(Json.object("name", "w", "clientConfig", Json.object("caBundle", value(), "url",
                        "https://u:" + value() + "@hook"))),
                "status",
                Json.object("conditions", Json.array(failed("ScalingLimited").put("status", "True"))));
        object.withObject("/spec/jobTemplate/spec/template").set("spec", spoiltPod());
        mark(object);
        object.withObject("/metadata").set("finalizers", Json.array("acme/" + value()));
        cluster.put(kind, namespace, "planted", object, KUBECTL);
    }

    /** Servers quote what they refuse, and clients the patch that they sent. */
    private String message() {
        return "Deployment.apps \"api\" is invalid: spec.template.spec.containers[0].env[0].value: Invalid value: \"" + value()
                + "\": must be shorter; PASSWORD=" + value() + "; error when patching {\"data\":{\"password\":\"" + value()
                + "\"}}; token: " + value();
    }

    private ObjectNode failed(String type) {
        return Json.object("type", type, "status", "False", "reason", "ReconciliationFailed", "message", message(),
                "lastTransitionTime", cluster.now());
    }

    private void messages() {
        String name = "spoilt-" + count;
        ObjectNode waiting = Json.object("waiting", Json.object("reason", "CreateContainerConfigError", "message", message()));
        cluster.put("Pod", IN, name, Json.object("metadata", Json.object("annotations", Json.object("acme/key", value())),
                "spec", spoiltPod(), "status",
                Json.object("reason", "Evicted", "message", message(), "conditions",
                        Json.array(Json.object("type", "PodScheduled", "status", "False", "reason", "Unschedulable", "message",
                                message(), "lastTransitionTime", cluster.now())),
                        "containerStatuses", Json.array(Json.object("name", "a", "state", waiting, "lastState",
                                Json.object("terminated", Json.object("message", message(), "finishedAt", cluster.now())))))),
                Writer.status("kubelet"));
        cluster.put("Event", IN, name, Json.object("message", message(), "reason", "Failed", "type", "Warning"),
                Writer.update("kubelet"));
        cluster.put("Kustomization", IN, name, Json.object("status", Json.object("lastAttemptedRevision", "main@sha1:" + count,
                "conditions", Json.array(failed("Ready")))), Writer.status("kustomize-controller"));
        cluster.put("Application", IN, name, Json.object("status", Json.object("operationState",
                Json.object("phase", "Failed", "startedAt", cluster.now(), "finishedAt", cluster.now(), "message", message()))),
                Writer.status("argocd-application-controller"));
        cluster.put("Certificate", IN, name, Json.object("status", Json.object("lastFailureTime", cluster.now(), "conditions",
                Json.array(failed("Issuing")))), Writer.status("cert-manager"));
        ObjectNode job = stories.jobs().run(IN, "job-" + name, "acme/job:1", Duration.ofHours(1), false);
        cluster.change(job, Writer.controllerStatus(),
                changed -> changed.withObject("/status").set("conditions", Json.array(Json
                        .object("type", "Failed", "status", "True", "reason", "BackoffLimitExceeded", "message", message(),
                                "lastTransitionTime", cluster.now()))));
    }
}
