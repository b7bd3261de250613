package io.painchain.simulator.kubernetes.admin;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.kubernetes.controller.Behaviour;
import io.painchain.simulator.kubernetes.story.Gitops;
import io.painchain.simulator.kubernetes.story.Helm;
import io.painchain.simulator.kubernetes.story.Stories;
import io.painchain.simulator.kubernetes.story.Workload;

/** What people and tools do; what the cluster makes of it is played over time. */
final class StoryAdmin {

    private final Stories stories;

    StoryAdmin(Stories stories) {
        this.stories = stories;
    }

    List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "workloads", this::create), AdminRoute.of("POST", "workloads/*/*/*", this::change),
                AdminRoute.of("POST", "certificates", this::issue),
                AdminRoute.of("DELETE", "workloads/*/*/*", this::delete), AdminRoute.of("POST", "images", this::behave),
                AdminRoute.of("POST", "configmaps", call -> settings(call, false)),
                AdminRoute.of("POST", "secrets", call -> settings(call, true)),
                AdminRoute.of("POST", "namespaces", call -> stories.namespace(call.body().required("name"))),
                AdminRoute.of("POST", "helm", this::helm), AdminRoute.of("POST", "argo", call -> sync(call, false)),
                AdminRoute.of("POST", "flux", call -> sync(call, true)), AdminRoute.of("POST", "jobs", this::job),
                AdminRoute.of("POST", "nodes", this::join), AdminRoute.of("POST", "nodes/*", this::node));
    }

    private JsonNode create(AdminCall call) throws AdminException {
        Body body = call.body();
        Workload workload = new Workload(body.text("kind", "Deployment"), body.text("namespace", "default"),
                body.required("name"));
        return stories.workloads().create(workload, body.required("image"), body.number("replicas", 2), manager(body));
    }

    /** {@code do}: image, env, scale, bound, load, restart, rollback, pause or resume. */
    private JsonNode change(AdminCall call) throws AdminException {
        Body body = call.body();
        Workload workload = new Workload(call.parameter(0), call.parameter(1), call.parameter(2));
        return switch (body.required("do")) {
            case "image" -> stories.workloads().image(workload, body.required("image"), manager(body));
            case "env" -> stories.workloads().variable(workload, body.required("name"), body.required("value"), manager(body));
            case "scale" -> stories.workloads().scale(workload, body.number("replicas", 1), manager(body));
            case "bound" ->
                stories.autoscalers().bound(workload, body.number("least", 1), body.number("most", 10), manager(body));
            case "load" -> load(workload, body.number("replicas", 1));
            case "restart" -> stories.workloads().restart(workload);
            case "rollback" -> stories.workloads().rollback(workload);
            case "pause", "resume" -> stories.workloads().paused(workload, body.required("do").equals("pause"));
            default ->
                throw new AdminException(400,
                        "The field do is none of image, env, scale, bound, load, restart, rollback, pause, resume");
        };
    }

    private JsonNode load(Workload workload, int replicas) {
        stories.autoscalers().load(workload, replicas);
        return stories.workloads().present(workload);
    }

    private JsonNode issue(AdminCall call) throws AdminException {
        Body body = call.body();
        return stories.certificates().issue(body.text("namespace", "default"), body.required("name"),
                body.text("host", "shop.example"), body.flag("succeeds", true));
    }

    private JsonNode delete(AdminCall call) {
        stories.workloads().delete(new Workload(call.parameter(0), call.parameter(1), call.parameter(2)));
        return Body.object();
    }

    private JsonNode behave(AdminCall call) throws AdminException {
        try {
            Behaviour behaviour = Behaviour.valueOf(call.body().required("behaviour").toUpperCase(Locale.ROOT));
            stories.kubelet().behave(call.body().required("image"), behaviour);
            if (call.body().flag("restart", false)) {
                stories.cluster().list("Pod", "", pod -> pod.at("/spec/containers/0/image").asText()
                        .equals(call.body().text("image", ""))).forEach(stories.kubelet()::restart);
            }
            return Body.object();
        } catch (IllegalArgumentException e) {
            throw new AdminException(400, "The field behaviour is none of " + List.of(Behaviour.values()));
        }
    }

    private JsonNode settings(AdminCall call, boolean secret) throws AdminException {
        Body body = call.body();
        Map<String, String> data = new HashMap<>();
        body.json().path("data").properties().forEach(entry -> data.put(entry.getKey(), entry.getValue().asText()));
        return secret
                ? stories.settings().secret(body.text("namespace", "default"), body.required("name"), data, manager(body))
                : stories.settings().configMap(body.text("namespace", "default"), body.required("name"), data, manager(body));
    }

    private JsonNode helm(AdminCall call) throws AdminException {
        Body body = call.body();
        ObjectNode values = body.json().path("values").isObject() ? (ObjectNode) body.json().get("values") : Body.object();
        Helm.Release release = new Helm.Release(body.text("namespace", "default"), body.required("name"),
                body.text("chart", body.required("name")), body.text("chartVersion", "1.0.0"), body.text("appVersion", "1.0"),
                values);
        return Body.object().put("revision", stories.helm().upgrade(release, body.flag("succeeds", true), change(body)));
    }

    private JsonNode sync(AdminCall call, boolean flux) throws AdminException {
        Body body = call.body();
        Gitops.Sync sync = new Gitops.Sync(body.required("name"), body.text("namespace", "default"),
                body.required("repository"), body.required("sha"), body.text("initiator", null));
        if (flux) {
            stories.gitops().fluxApply(sync, change(body));
        } else {
            stories.gitops().argoSync(sync, body.flag("succeeds", true), change(body));
        }
        return Body.object();
    }

    /** The image of one workload, where {@code workload} names it as {@code Deployment/prod/api}. */
    private Runnable change(Body body) throws AdminException {
        if (!body.has("workload")) {
            return () -> {
            };
        }
        String[] path = body.required("workload").split("/");
        String image = body.required("image");
        Workload workload = new Workload(path[0], path[1], path[2]);
        String manager = body.text("manager", "argocd-controller");
        return () -> stories.workloads().image(workload, image, manager);
    }

    private JsonNode job(AdminCall call) throws AdminException {
        Body body = call.body();
        String namespace = body.text("namespace", "default");
        String image = body.text("image", "busybox:1.36");
        if (body.has("schedule")) {
            return stories.jobs().cronJob(namespace, body.required("name"), body.required("schedule"), image);
        }
        return stories.jobs().run(namespace, body.required("name"), image, Duration.ofSeconds(body.number("seconds", 5)),
                body.flag("succeeds", true));
    }

    private JsonNode join(AdminCall call) throws AdminException {
        return stories.nodes().join(call.body().required("name"), call.body().text("kubelet", "v1.33.4"),
                call.body().text("pool", "default"));
    }

    /** {@code do}: cordon, uncordon, not-ready, ready, interrupt, upgrade or leave. */
    private JsonNode node(AdminCall call) throws AdminException {
        String name = call.parameter(0);
        Body body = call.body();
        switch (body.required("do")) {
            case "cordon", "uncordon" -> stories.nodes().cordon(name, body.required("do").equals("cordon"));
            case "ready", "not-ready" -> stories.nodes().ready(name, body.required("do").equals("ready"));
            case "interrupt" -> stories.nodes().interrupt(name, body.text("key", "aws-node-termination-handler/spot-itn"));
            case "upgrade" -> stories.nodes().upgrade(name, body.text("kubelet", "v1.34.1"), body.text("kernel", "6.12.0"));
            case "leave" -> stories.nodes().leave(name);
            default -> throw new AdminException(400,
                    "The field do is none of cordon, uncordon, ready, not-ready, interrupt, upgrade, leave");
        }
        return Body.object();
    }

    private static String manager(Body body) {
        return body.text("manager", "kubectl-client-side-apply");
    }
}
