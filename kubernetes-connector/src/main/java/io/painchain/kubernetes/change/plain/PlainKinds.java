package io.painchain.kubernetes.change.plain;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.Projector;
import io.painchain.kubernetes.projection.PlainFacts;
import io.painchain.kubernetes.reflector.Target;

/** The groups. */
public final class PlainKinds {

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String NETWORKING = "networking.k8s.io";
    private static final String ADMISSION = "admissionregistration.k8s.io";
    private static final ResourceType CONFIG_MAPS = ResourceType.core("configmaps", "ConfigMap");
    private static final ResourceType SECRETS = ResourceType.core("secrets", "Secret");
    private static final ResourceType DEFINITIONS = ResourceType
            .of("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition").clusterScoped();
    private static final ResourceType AUTOSCALERS = ResourceType.of("autoscaling", "v2", "horizontalpodautoscalers",
            "HorizontalPodAutoscaler");
    private static final Predicate<ClusterConfig> ALWAYS = config -> true;

    private PlainKinds() {
    }

    public static List<ChangeKind> all() {
        return List.of(
                new PlainKind("config", "config", List.of(Target.all(CONFIG_MAPS)),
                        Map.of(CONFIG_MAPS, PlainFacts::config), ALWAYS, true),
                new PlainKind("secrets", "secret", List.of(Target.all(SECRETS).withMetadataOnly()),
                        Map.of(SECRETS, PlainFacts::secret), config -> config.options().secrets(), true),
                plain("network", "network", ResourceType.core("services", "Service"),
                        ResourceType.of(NETWORKING, "v1", "ingresses", "Ingress"),
                        ResourceType.of(NETWORKING, "v1", "networkpolicies", "NetworkPolicy"),
                        ResourceType.of("gateway.networking.k8s.io", "v1", "httproutes", "HTTPRoute")),
                plain("access", "access", ResourceType.of(RBAC, "v1", "roles", "Role"),
                        ResourceType.of(RBAC, "v1", "rolebindings", "RoleBinding"),
                        ResourceType.of(RBAC, "v1", "clusterroles", "ClusterRole").clusterScoped(),
                        ResourceType.of(RBAC, "v1", "clusterrolebindings", "ClusterRoleBinding").clusterScoped()),
                new PlainKind("platform", "platform", PLATFORM.stream().map(Target::all).toList(),
                        Map.of(DEFINITIONS, PlainFacts::definition, AUTOSCALERS, PlainFacts::autoscaler), ALWAYS, false),
                plain("jobs", "workload", ResourceType.of("batch", "v1", "cronjobs", "CronJob")));
    }

    private static final List<ResourceType> PLATFORM = List.of(DEFINITIONS,
            ResourceType.of(ADMISSION, "v1", "validatingwebhookconfigurations", "ValidatingWebhookConfiguration")
                    .clusterScoped(),
            ResourceType.of(ADMISSION, "v1", "mutatingwebhookconfigurations", "MutatingWebhookConfiguration").clusterScoped(),
            ResourceType.core("resourcequotas", "ResourceQuota"),
            ResourceType.of("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget"),
            AUTOSCALERS,
            ResourceType.of("storage.k8s.io", "v1", "storageclasses", "StorageClass").clusterScoped(),
            ResourceType.core("namespaces", "Namespace").clusterScoped());

    private static ChangeKind plain(String source, String type, ResourceType... types) {
        return new PlainKind(source, type, List.of(types).stream().map(Target::all).toList(),
                Map.<ResourceType, Projector> of(),
                ALWAYS, false);
    }
}
