package io.painchain.simulator.kubernetes.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The types that the server knows at present. */
public final class ResourceTypes {

    private static final String KNOWN = """
            v1 pods Pod, v1 nodes Node!, v1 namespaces Namespace!, v1 services Service, v1 configmaps ConfigMap,
            v1 secrets Secret, v1 events Event, v1 resourcequotas ResourceQuota, v1 serviceaccounts ServiceAccount,
            apps/v1 deployments Deployment, apps/v1 replicasets ReplicaSet, apps/v1 statefulsets StatefulSet,
            apps/v1 daemonsets DaemonSet, apps/v1 controllerrevisions ControllerRevision,
            batch/v1 jobs Job, batch/v1 cronjobs CronJob, autoscaling/v2 horizontalpodautoscalers HorizontalPodAutoscaler,
            policy/v1 poddisruptionbudgets PodDisruptionBudget, coordination.k8s.io/v1 leases Lease,
            networking.k8s.io/v1 ingresses Ingress, networking.k8s.io/v1 networkpolicies NetworkPolicy,
            rbac.authorization.k8s.io/v1 roles Role, rbac.authorization.k8s.io/v1 rolebindings RoleBinding,
            rbac.authorization.k8s.io/v1 clusterroles ClusterRole!,
            rbac.authorization.k8s.io/v1 clusterrolebindings ClusterRoleBinding!,
            storage.k8s.io/v1 storageclasses StorageClass!,
            apiextensions.k8s.io/v1 customresourcedefinitions CustomResourceDefinition!,
            admissionregistration.k8s.io/v1 validatingwebhookconfigurations ValidatingWebhookConfiguration!,
            admissionregistration.k8s.io/v1 mutatingwebhookconfigurations MutatingWebhookConfiguration!""";

    private static final String CUSTOM = """
            argoproj.io/v1alpha1 applications Application, argoproj.io/v1alpha1 rollouts Rollout,
            kustomize.toolkit.fluxcd.io/v1 kustomizations Kustomization,
            helm.toolkit.fluxcd.io/v2 helmreleases HelmRelease,
            source.toolkit.fluxcd.io/v1 gitrepositories GitRepository,
            cert-manager.io/v1 certificates Certificate, gateway.networking.k8s.io/v1 httproutes HTTPRoute""";

    private final List<ResourceType> types = new CopyOnWriteArrayList<>();

    public ResourceTypes() {
        for (String line : KNOWN.split(",\\s+")) {
            types.add(parse(line, false));
        }
        for (String line : CUSTOM.split(",\\s+")) {
            types.add(parse(line, true));
        }
    }

    public List<ResourceType> all() {
        return List.copyOf(types);
    }

    public Optional<ResourceType> find(String apiVersion, String plural) {
        return types.stream().filter(type -> type.apiVersion().equals(apiVersion) && type.plural().equals(plural))
                .findFirst();
    }

    /** By a name such as {@code deployments.apps}. */
    public Optional<ResourceType> named(String resource) {
        return types.stream().filter(type -> type.resource().equals(resource)).findFirst();
    }

    public Optional<ResourceType> ofKind(String apiVersion, String kind) {
        return types.stream().filter(type -> type.apiVersion().equals(apiVersion) && type.kind().equals(kind)).findFirst();
    }

    /** By a kind whose name is known once. */
    public ResourceType kind(String kind) {
        return types.stream().filter(type -> type.kind().equals(kind)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind " + kind));
    }

    void add(ResourceType type) {
        types.add(type);
    }

    void remove(ResourceType type) {
        types.remove(type);
    }

    private static ResourceType parse(String line, boolean custom) {
        String[] words = line.split(" ");
        int slash = words[0].indexOf('/');
        String group = slash < 0 ? "" : words[0].substring(0, slash);
        return new ResourceType(group, words[0].substring(slash + 1), words[1], words[2].replace("!", ""),
                !words[2].endsWith("!"), custom);
    }
}
