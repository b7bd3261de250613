package io.painchain.kubernetes.taskhandler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.connector.backend.ContractJson;
import io.painchain.kubernetes.api.KubernetesApi;
import io.painchain.kubernetes.api.KubernetesApi.Answer;
import io.painchain.kubernetes.cluster.WatchedTargets;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.reflector.Target;
import io.painchain.model.task.ConnectionTest.Source;

/** Asks the cluster whether the token may list and watch a type. */
record AccessReviews(KubernetesApi api) {

    private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    /** All that would be watched, by the name that it is reported under. */
    static Map<Target, String> targets(ClusterConfig config) {
        Map<Target, String> targets = new LinkedHashMap<>();
        new WatchedTargets(config).all().keySet()
                .forEach(target -> targets.put(target, WatchedTargets.repository(target, config.clusterName())));
        return targets;
    }

    Source of(Target target) {
        List<String> missing = new ArrayList<>();
        for (String verb : List.of("list", "watch")) {
            if (!allowed(target, verb)) {
                missing.add(verb);
            }
        }
        String name = target.type().permission() + (target.selector() == null ? "" : " of Helm");
        return missing.isEmpty() ? new Source(name, true, null, null)
                : new Source(name, false, String.join(",", missing) + " " + target.type().permission(),
                        "The token may not " + String.join(" and ", missing) + " " + target.type().permission());
    }

    private boolean allowed(Target target, String verb) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("verb", verb);
        attributes.put("group", target.type().group());
        attributes.put("resource", target.type().plural());
        if (target.namespace() != null) {
            attributes.put("namespace", target.namespace());
        }
        Map<String, Object> review = Map.of("apiVersion", "authorization.k8s.io/v1", "kind", "SelfSubjectAccessReview", "spec",
                Map.of("resourceAttributes", attributes));
        Answer answer = api.post(PATH, new String(ContractJson.bytes(review), java.nio.charset.StandardCharsets.UTF_8));
        if (answer.ok()) {
            return answer.body().path("status").path("allowed").asBoolean();
        }
        return verb.equals("list") && api.get(target.type().path(target.namespace()) + "?limit=1").status() != 403;
    }
}
