package io.painchain.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

class DeploymentManifestsTest {

    private static final KubernetesSerialization STRICT = ProjectFiles.strict();
    private static final List<HasMetadata> MANIFESTS = manifests();
    private static final String READS_THE_CLUSTER = "painchain-kubernetes-connector";

    static List<String> connectors() {
        return ProjectFiles.connectors();
    }

    @Test
    void noticesAFieldThatKubernetesDoesNotKnow() {
        String typo = ProjectFiles.read("k8s/backend-deployment.yaml").replace("readinessProbe", "readinesProbe");

        assertThatThrownBy(() -> STRICT.unmarshal(typo)).hasStackTraceContaining("readinesProbe");
    }

    @Test
    void namesEveryManifestInTheKustomization() {
        var kustomization = STRICT.unmarshal(ProjectFiles.read("k8s/kustomization.yaml"), Map.class);

        assertThat((Collection<?>) kustomization.get("resources")).map(Object::toString)
                .containsExactlyInAnyOrderElementsOf(ProjectFiles.files("k8s", ".yaml").stream()
                        .map(file -> file.getFileName().toString())
                        .filter(name -> !name.equals("kustomization.yaml")).toList());
    }

    @Test
    void containsNoSecret() {
        assertThat(MANIFESTS).extracting(HasMetadata::getKind).doesNotContain("Secret").contains("Deployment");
        assertThat(deployments()).allSatisfy(deployment -> assertThat(pod(deployment).getVolumes())
                .anySatisfy(volume -> assertThat(volume.getSecret().getSecretName()).isEqualTo("painchain")));
    }

    @Test
    void probesEveryContainerInThreeWays() {
        assertThat(deployments()).hasSize(1 + ProjectFiles.connectors().size()).allSatisfy(deployment -> {
            Container container = container(deployment);
            assertThat(path(container.getStartupProbe())).isEqualTo("/q/health/started");
            assertThat(path(container.getLivenessProbe())).isEqualTo("/q/health/live");
            assertThat(path(container.getReadinessProbe())).isEqualTo("/q/health/ready");
        });
    }

    @Test
    void givesASlowStartFiveMinutes() {
        assertThat(deployments()).extracting(deployment -> container(deployment).getStartupProbe())
                .allSatisfy(probe -> assertThat(probe.getPeriodSeconds() * probe.getFailureThreshold()).isEqualTo(300));
    }

    @Test
    void givesNoPodMoreRightsThanItNeeds() {
        assertThat(deployments()).allSatisfy(deployment -> {
            assertThat(pod(deployment).getAutomountServiceAccountToken()).as("only one reads the cluster")
                    .isEqualTo(deployment.getMetadata().getName().equals(READS_THE_CLUSTER));
            assertThat(pod(deployment).getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod(deployment).getSecurityContext().getRunAsUser()).isEqualTo(10001L);
            assertThat(pod(deployment).getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            var context = container(deployment).getSecurityContext();
            assertThat(context.getReadOnlyRootFilesystem()).isTrue();
            assertThat(context.getAllowPrivilegeEscalation()).isFalse();
            assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(container(deployment).getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container(deployment).getResources().getLimits()).containsKey("memory");
        });
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void runsOneConnectorOfATypeAndNeverTwoDuringARollout(String name) {
        Deployment connector = named(Deployment.class, "painchain-" + name + "-connector");

        assertThat(connector.getSpec().getReplicas()).isEqualTo(1);
        assertThat(connector.getSpec().getStrategy().getType()).isEqualTo("Recreate");
    }

    @Test
    void scalesAndProtectsTheBackend() {
        Deployment backend = named(Deployment.class, "painchain-backend");
        var autoscaler = named(HorizontalPodAutoscaler.class, "painchain-backend").getSpec();
        var budget = named(PodDisruptionBudget.class, "painchain-backend").getSpec();

        assertThat(backend.getSpec().getReplicas()).as("the autoscaler's").isNull();
        assertThat(autoscaler.getScaleTargetRef().getName()).isEqualTo(backend.getMetadata().getName());
        assertThat(autoscaler.getMinReplicas()).isGreaterThan(1);
        assertThat(budget.getSelector()).isEqualTo(backend.getSpec().getSelector());
    }

    @Test
    void selectsPodsThatAreThere() {
        Set<Map<String, String>> labels = new HashSet<>();
        deployments().forEach(deployment -> {
            assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                    .isEqualTo(deployment.getSpec().getSelector().getMatchLabels());
            labels.add(deployment.getSpec().getSelector().getMatchLabels());
        });

        assertThat(all(Service.class)).isNotEmpty()
                .allSatisfy(service -> assertThat(labels).contains(service.getSpec().getSelector()));
        assertThat(all(NetworkPolicy.class)).hasSize(labels.size())
                .allSatisfy(policy -> assertThat(labels).contains(policy.getSpec().getPodSelector().getMatchLabels()));
    }

    @Test
    void listensWhereTheCodeDoes() {
        assertThat(container(named(Deployment.class, "painchain-backend")).getPorts().get(0).getContainerPort())
                .isEqualTo(port("backend"));
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void connectsEachConnectorWithTheBackendAndTheBackendWithIt(String name) {
        String pod = "painchain-" + name + "-connector";

        assertThat(container(named(Deployment.class, pod)).getPorts().get(0).getContainerPort())
                .isEqualTo(port(name + "-connector"));
        assertThat(named(Service.class, pod).getSpec().getPorts().get(0).getPort()).isEqualTo(port(name + "-connector"));
        assertThat(environment(pod)).anySatisfy(variable -> assertThat(variable.getValue())
                .isEqualTo("http://painchain-backend:" + port("backend") + "/api"));
        assertThat(named(NetworkPolicy.class, "painchain-backend").getSpec().getIngress().get(0).getFrom())
                .anySatisfy(from -> assertThat(from.getPodSelector().getMatchLabels())
                        .containsEntry("app.kubernetes.io/name", pod));
        assertThat(named(NetworkPolicy.class, pod).getSpec().getEgress().stream().flatMap(egress -> egress.getTo().stream())
                .filter(to -> to.getIpBlock() != null && to.getIpBlock().getCidr().equals("0.0.0.0/0")))
                .singleElement().satisfies(to -> assertThat(to.getIpBlock().getExcept()).contains("169.254.169.254/32"));
        assertThat(named(ServiceAccount.class, pod)).isNotNull();
    }

    @Test
    void letsTheConnectorReadTheClusterAndChangeNothing() {
        ClusterRole role = named(ClusterRole.class, "painchain-kubernetes");
        ClusterRoleBinding binding = named(ClusterRoleBinding.class, "painchain-kubernetes");

        assertThat(role.getRules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getVerbs()).containsExactly("get", "list", "watch");
            assertThat(rule.getResources()).doesNotContain("secrets", "*");
            assertThat(rule.getApiGroups()).doesNotContain("*");
        });
        assertThat(role.getRules()).flatExtracting(PolicyRule::getResources).contains("deployments", "pods", "nodes",
                "controllerrevisions", "applications", "helmreleases", "certificates").doesNotHaveDuplicates();
        assertThat(binding.getRoleRef().getName()).isEqualTo("painchain-kubernetes");
        assertThat(binding.getSubjects()).singleElement()
                .satisfies(subject -> assertThat(subject.getName()).isEqualTo(READS_THE_CLUSTER));
    }

    @Test
    void refersToSettingsThatAreThere() {
        var settings = named(ConfigMap.class, "painchain").getData();

        List<String> referred = deployments().stream().flatMap(deployment -> container(deployment).getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getConfigMapKeyRef().getKey()).toList();

        assertThat(referred).isNotEmpty().allSatisfy(key -> assertThat(settings).containsKey(key));
        assertThat(referred).containsAll(settings.keySet());
        assertThat(settings.get("PAINCHAIN_HOSTS").split(",")).contains("painchain-backend");
    }

    @Test
    void setsOnlyVariablesThatTheCodeReads() {
        assertThat(deployments().stream().flatMap(deployment -> container(deployment).getEnv().stream()))
                .extracting(EnvVar::getName).isNotEmpty().allSatisfy(EnvironmentNames::assertRead);
    }

    private static int port(String module) {
        return ProjectFiles.read(module + "/src/main/resources/application.properties").lines()
                .filter(line -> line.startsWith("quarkus.http.port="))
                .map(line -> Integer.valueOf(line.substring(line.indexOf('=') + 1))).findFirst().orElseThrow();
    }

    private static String path(Probe probe) {
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
        return probe.getHttpGet().getPath();
    }

    private static List<EnvVar> environment(String deployment) {
        return container(named(Deployment.class, deployment)).getEnv();
    }

    private static Container container(Deployment deployment) {
        return pod(deployment).getContainers().get(0);
    }

    private static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static List<Deployment> deployments() {
        return all(Deployment.class);
    }

    private static <T extends HasMetadata> T named(Class<T> type, String name) {
        return all(type).stream().filter(manifest -> manifest.getMetadata().getName().equals(name)).findFirst().orElseThrow();
    }

    private static <T extends HasMetadata> List<T> all(Class<T> type) {
        return MANIFESTS.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<HasMetadata> manifests() {
        return ProjectFiles.files("k8s", ".yaml").stream()
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .flatMap(file -> Stream.of(ProjectFiles.read(file.toString()).split("(?m)^---$")))
                .map(document -> STRICT.<HasMetadata> unmarshal(document)).toList();
    }
}
