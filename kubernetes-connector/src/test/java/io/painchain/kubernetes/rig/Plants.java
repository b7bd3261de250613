package io.painchain.kubernetes.rig;

import java.time.Duration;
import java.util.List;
import java.util.Map;

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
            cluster.change(cluster.get(kind, IN, kind.equals("Secret") ? "api-secret" : "api-env"), KUBECTL, this::mark);
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
    }

    private void template(ObjectNode template, String image) {
        template.withObject("/metadata/annotations").put("vault/token", value());
        ObjectNode container = template.withObject("/spec/containers/0").put("image", image);
        spoil(container);
        template.withObject("/spec").set("initContainers",
                Json.array(spoil(Json.object("name", "init", "image", "acme/init:v1"))));
    }

    private ObjectNode spoil(ObjectNode container) {
        container.set("args", Json.array("--password=" + value(), value()));
        container.set("command", Json.array("run", value()));
        container.set("env", Json.array(Json.object("name", "PASSWORD", "value", value())));
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
        cluster.put("HelmRelease", IN, "store", Json.object("metadata", Json.object("annotations", Json.object("a", value())),
                "spec", Json.object("values", Json.object("password", value())), "status",
                Json.object("conditions", Json.array(failed("Ready")), "history",
                        Json.array(Json.object("version", 1, "status", "failed", "chartName", "store", "chartVersion",
                                "1." + count, "lastDeployed", cluster.now(), "configDigest", "sha256:0")))),
                Writer.update("helm-controller"));
    }

    private void operations() {
        stories.gitops().argoSync(new Gitops.Sync("shop", IN, "https://bot:" + value() + "@github.com/acme/deploy",
                "0a1b2c3d4e5f60718293a4b5c6d7e8f90123" + (1000 + count), "ada"), true, () -> {
                });
        cluster.change(cluster.get("Application", "argocd", "shop"), KUBECTL, changed -> {
            mark(changed);
            changed.withObject("/spec/source").set("helm", Json.object("parameters",
                    Json.array(Json.object("name", "password", "value", value())), "values", "password: " + value()));
        });
        stories.gitops().fluxApply(new Gitops.Sync("infra", IN, "https://bot:" + value() + "@github.com/acme/infra",
                "1a1b2c3d4e5f60718293a4b5c6d7e8f90123" + (1000 + count), null), () -> {
                });
        cluster.change(cluster.get("Kustomization", "flux-system", "infra"), KUBECTL, changed -> {
            mark(changed);
            changed.withObject("/spec/postBuild/substitute").put("password", value());
        });
    }

    private void others() {
        OF_NAMESPACES.forEach(kind -> put(kind, IN));
        OF_THE_CLUSTER.forEach(kind -> put(kind, ""));
        for (String node : List.of("node-0")) {
            if (cluster.get("Node", "", node) == null) {
                stories.nodes().join(node, "v1.33.4", "default");
            }
            cluster.change(cluster.get("Node", "", node), KUBECTL, this::mark);
        }
        cluster.change(cluster.get("Namespace", "", IN), KUBECTL, this::mark);
        stories.jobs().run(IN, "job-" + count, "acme/job:" + count, Duration.ofSeconds(2), false);
    }

    private void put(String kind, String namespace) {
        ObjectNode object = Json.object("spec", Json.object("value", value(), "values", Json.array(value()), "env",
                Json.array(Json.object("name", "PASSWORD", "value", value()))), "parameters", Json.object("key", value()),
                "webhooks", Json.array(Json.object("name", "w", "clientConfig", Json.object("caBundle", value(), "url",
                        "https://u:" + value() + "@hook"))));
        mark(object);
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
        cluster.put("Pod", IN, name, Json.object("spec", Json.object("containers", Json.array(Json.object("name", "a", "image",
                "acme/a:v1"))), "status",
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
