package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.connector.task.Progress;
import io.painchain.kubernetes.rig.Rig;
import io.painchain.kubernetes.rig.Tunnel;
import io.painchain.kubernetes.taskhandler.ConnectorTasks;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.DiscoveredRepository;
import io.painchain.model.task.Discovery;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskProgress;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.kubernetes.Certificate;
import io.painchain.simulator.kubernetes.KubernetesConfig;
import io.painchain.simulator.kubernetes.KubernetesSimulator;
import io.painchain.simulator.kubernetes.api.WatchFault;
import io.painchain.simulator.kubernetes.api.auth.TokenGrant;
import io.painchain.simulator.kubernetes.story.Workload;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TasksTest {

    @RegisterExtension
    final Rig rig = new Rig();

    private Object handle(TaskKind kind, Map<String, Object> config, Map<String, Object> input) {
        IntegrationView integration = new IntegrationView(Rig.INTEGRATION, null, "kubernetes", "Rig", config, List.of(), true,
                1,
                Instant.EPOCH, Instant.EPOCH, null, false, false, null, null, 0, List.of(), Map.of());
        Task task = new Task("task-1", "kubernetes", kind, null, Rig.INTEGRATION, input, 1, Instant.EPOCH, integration);
        return new ConnectorTasks(rig.context(), (id, watch) -> true, Runnable::run).all().get(kind).handle(task,
                new Unheard());
    }

    private ConnectionTest test(Object... pairs) {
        rig.integrate(pairs);
        return (ConnectionTest) handle(TaskKind.test, rig.config(), Map.of());
    }

    @Test
    void tellsVersionAndThatAllMayBeRead() {
        ConnectionTest test = test();

        assertThat(test.ok()).isTrue();
        assertThat(test.message()).startsWith("Connected successfully! Kubernetes v1.");
        assertThat(test.repositories()).singleElement()
                .satisfies(cluster -> assertThat(cluster.sources()).hasSizeGreaterThan(25).allMatch(source -> source.ok()));
    }

    @Test
    void namesEachPermissionThatIsMissing() {
        rig.cluster.tokens().add(TokenGrant.of(KubernetesConfig.TOKEN).denied("secrets", "nodes"));

        ConnectionTest test = test();

        assertThat(test.ok()).isTrue();
        assertThat(test.message()).contains("missing permissions: list,watch secrets, list,watch nodes");
    }

    @Test
    void readsNamespacesAloneWhereTheTokenMayReadNoMore() {
        rig.cluster.tokens().add(TokenGrant.of(KubernetesConfig.TOKEN).namespaces("payments"));

        assertThat(test("namespaces", "payments").repositories()).singleElement()
                .satisfies(namespace -> assertThat(namespace.sources()).allMatch(source -> source.ok()));
    }

    @Test
    void saysWhatIsWrongWithTheConnection() {
        assertThat(test("token", "no-such-token").message())
                .isEqualTo(
                        "Failed to connect to Kubernetes: Authentication failed: the cluster does not accept the token; it may"
                                + " have expired");
        assertThat(test("token", expired()).message()).contains("the token expired at 2026-01-01T00:00:00Z");
        assertThat(test("apiUrl", "http://127.0.0.1:1", "token", "t").message()).contains("no connection could be made");
        assertThat(test("apiUrl", "https://no-such-host.invalid").message()).contains("its name cannot be resolved");
        assertThat(test("apiUrl", "http://10.0.0.1").message()).contains("apiUrl must be https");
        assertThat(test("apiUrl", "https://169.254.169.254").message()).contains("network of the machine's metadata");
    }

    @Test
    void takesTheTokenToNoOtherServer() {
        try (KubernetesSimulator other = KubernetesSimulator.start(KubernetesConfig.of(rig.clock))) {
            rig.cluster.faults().on("/version", 1, Fault.redirect(302, other.origin() + "/version"));

            assertThat(test().message()).contains("The address answers with a redirect");
            assertThat(other.requests().total()).isZero();
        }
    }

    @Test
    void trustsAServerByItsOwnAuthorityOnly() {
        try (KubernetesSimulator secure = KubernetesSimulator.start(KubernetesConfig.of(rig.clock).withTls())) {
            String url = secure.origin().toString();
            assertThat(test("apiUrl", url, "caCertificate", Certificate.authority()).message()).startsWith("Connected");
            assertThat(test("apiUrl", url, "caCertificate", "").message())
                    .contains("its certificate is not signed by an authority that is trusted");
            assertThat(test("apiUrl", url, "caCertificate", anotherAuthority()).message())
                    .contains("its certificate is not signed by an authority that is trusted; caCertificate must hold");
            assertThat(test("apiUrl", url, "caCertificate", "no PEM").message()).contains("caCertificate is no PEM");
        }
    }

    @Test
    void reachesTheServerThroughTheProxyOfTheJavaPlatform() throws IOException {
        Properties before = (Properties) System.getProperties().clone();
        try (KubernetesSimulator secure = KubernetesSimulator.start(KubernetesConfig.of(rig.clock).withTls());
                Tunnel proxy = new Tunnel()) {
            System.setProperty("https.proxyHost", "127.0.0.1");
            System.setProperty("https.proxyPort", String.valueOf(proxy.port()));
            System.setProperty("http.nonProxyHosts", "");

            assertThat(test("apiUrl", secure.origin().toString(), "caCertificate", Certificate.authority()).message())
                    .startsWith("Connected");
            assertThat(proxy.asked()).isNotEmpty().allMatch(line -> line.startsWith("CONNECT "));
        } finally {
            System.setProperties(before);
        }
    }

    @Test
    void saysThatNamespacesMatchNothing() {
        assertThat(test("namespaces", List.of("no-such-*")).message()).contains("namespaces matches none of the cluster's 2");
        assertThat(test("namespaces", List.of("nowhere")).message()).contains("The cluster has no namespace nowhere");
        assertThat(test("namespaces", List.of("pay*")).message()).doesNotContain("namespace");
    }

    @Test
    void namesEachPermissionThatAWatchIsRefused() {
        rig.cluster.tokens().add(TokenGrant.of(KubernetesConfig.TOKEN).denied("secrets", "nodes", "configmaps"));

        rig.integrate().cycle();

        rig.until(() -> !rig.backend.reports().isEmpty()
                && String.valueOf(rig.backend.lastReport().repositories()).contains("nodes"));
        assertThat(String.valueOf(rig.backend.lastReport().repositories())).contains("The token may not list secrets",
                "The token may not list nodes", "The token may not list configmaps");
    }

    @Test
    void saysOfAnIntegrationThatItsTokenIsNoLongerTaken() {
        rig.integrate().cycle();
        rig.until(() -> rig.cluster.api().watches().open("*") > 20);

        rig.cluster.tokens().revoke(KubernetesConfig.TOKEN);
        rig.cluster.api().watches().meet("*", WatchFault.END);
        rig.cycle().cycle();

        rig.until(() -> String.valueOf(rig.backend.lastReport().error()).contains("the cluster does not accept the token"));
    }

    /** Of somebody else, whom Java trusts. */
    private static String anotherAuthority() {
        try {
            KeyStore known = KeyStore.getInstance(Path.of(System.getProperty("java.home"), "lib/security/cacerts").toFile(),
                    "changeit".toCharArray());
            byte[] certificate = known.getCertificate(known.aliases().nextElement()).getEncoded();
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String expired() {
        String claims = Base64.getUrlEncoder().withoutPadding()
                .encodeToString("{\"exp\":1767225600,\"sub\":\"system:serviceaccount:a:b\"}".getBytes());
        return "e30." + claims + ".c2ln";
    }

    @Test
    void listsNamespacesAnewThatTheServerForgotBetweenTwoPages() {
        for (int i = 0; i < 520; i++) {
            rig.cluster.stories().namespace("team-" + i);
        }
        rig.integrate();
        rig.cluster.faults().on("/api/v1/namespaces", 1, 1, Fault.status(410));

        Discovery found = (Discovery) handle(TaskKind.discover, rig.config(), Map.of("q", "team-", "page", 6, "perPage", 100));

        assertThat(found.repositories()).hasSize(20);
        assertThat(rig.cluster.faults().waiting()).isEmpty();
    }

    @Test
    void findsNamespacesToChooseFrom() {
        rig.cluster.stories().namespace("team-a");
        rig.integrate("namespaces", List.of("team-*"));

        Discovery found = (Discovery) handle(TaskKind.discover, rig.config(), Map.of("q", "a", "page", 1, "perPage", 100));

        assertThat(found.repositories()).extracting(DiscoveredRepository::name).contains("payments", "team-a");
        assertThat(found.repositories()).filteredOn(DiscoveredRepository::tracked).extracting(DiscoveredRepository::name)
                .containsExactly("team-a");
    }

    @Test
    void readsThePastFromHistories() {
        Workload api = Workload.deployment("payments", "api");
        rig.cluster.stories().workloads().create(api, "acme/api:v1", 1, "kubectl");
        rig.pass(Duration.ofSeconds(10));
        rig.cluster.stories().workloads().image(api, "acme/api:v2", "kubectl");
        rig.pass(Duration.ofSeconds(10));
        rig.integrate();

        handle(TaskKind.backfill, rig.config(), Map.of("from", Rig.START.minusSeconds(60).toString()));

        assertThat(rig.titles()).containsExactlyInAnyOrder("[Rollout] ⊘ api v1", "[Rollout] ✓ api v1 → v2");
        assertThat(rig.backend.checkpoints(Rig.INTEGRATION)).isEmpty();
    }

    @Test
    void changesNothingByTheHistoriesThatWasToldBetter() {
        // Given
        Workload api = Workload.deployment("payments", "api");
        rig.cluster.stories().workloads().create(api, "acme/api:v1", 1, "kubectl");
        rig.pass(Duration.ofSeconds(10)).integrate().cycle();
        for (String image : List.of("acme/api:v2", "acme/api:v3")) {
            rig.cluster.stories().workloads().image(api, image, "kubectl");
            rig.pass(Duration.ofSeconds(10));
        }
        rig.until(() -> rig.titles().contains("[Rollout] ✓ api v2 → v3"));
        List<EventDraft> told = rig.events();

        // When
        handle(TaskKind.backfill, rig.config(), Map.of("from", Rig.START.minusSeconds(60).toString()));

        // Then
        assertThat(rig.events()).containsExactlyElementsOf(told).extracting(EventDraft::status).containsOnly("success");
    }

    @Test
    void saysOfAnIntegrationWhyItCannotBeWatched() {
        rig.integrate("namespaces", "no-such-*").cycle();
        rig.until(() -> !rig.backend.reports().isEmpty());
        assertThat(rig.backend.lastReport().error()).contains("namespaces matches none of the cluster's");

        rig.integrate("namespaces", "payments, nowhere").cycle().cycle();
        rig.until(() -> String.valueOf(rig.backend.lastReport().error()).contains("The cluster has no namespace nowhere"));
    }

    private static final class Unheard implements Progress {

        @Override
        public void goOn() {
            // nobody calls it off
        }

        @Override
        public void tell(long done, long total, String note, TaskProgress.Detail detail) {
            assertThat(Set.of(note)).isNotEmpty();
        }

        @Override
        public void tellNow(long done, long total, String note, TaskProgress.Detail detail) {
            assertThat(done).isEqualTo(total);
        }
    }
}
