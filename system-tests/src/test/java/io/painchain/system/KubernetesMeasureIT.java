package io.painchain.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.KubernetesConfig;
import io.painchain.simulator.kubernetes.KubernetesSimulator;
import io.painchain.simulator.kubernetes.store.Writer;
import io.painchain.simulator.kubernetes.story.Workload;

/**
 * What a large cluster costs the connector as its image starts it, and how fast it is. Only with {@code -Dcluster.measure}:
 * figures
 * of a machine that does something else say nothing.
 */
@EnabledIfSystemProperty(named = "cluster.measure", matches = ".*")
class KubernetesMeasureIT {

    private static final Logger LOG = Logger.getLogger(KubernetesMeasureIT.class);
    private static final int NAMESPACES = 500;
    private static final int PODS_EACH = 10;
    private static final int CHANGES_A_SECOND = 1_000;
    private static final int SECONDS = 60;
    private static final int ROLLOUTS = 20;
    private static final long MEBIBYTE = 1024 * 1024;

    private final KubernetesSimulator cluster = KubernetesSimulator.start(KubernetesConfig.of(Clock.systemUTC()));
    private final int port = FreePort.find();
    private Installation installation;
    private PackagedProcess connector;

    @BeforeEach
    void install() {
        installation = new Installation().startBackend();
        fill();
        connector = startAsImage();
    }

    /** With the options of a connector's image, and the memory that docker-compose.yml gives it. */
    private PackagedProcess startAsImage() {
        var environment = Map.of("BACKEND_API_URL", installation.uri() + "/api", "PAINCHAIN_CONNECTOR_KEY",
                Installation.CONNECTOR_KEY, "QUARKUS_HTTP_PORT", Integer.toString(port), "MALLOC_ARENA_MAX", "2");
        var started = PackagedProcess.start(List.of(PackagedProcess.java(), "-XX:MaxRAM=384m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xss512k",
                "-XX:MaxRAMPercentage=55", "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2", "-jar",
                "kubernetes-connector/target/quarkus-app/quarkus-run.jar"), environment,
                installation.folder.resolve("connector.log"));
        await("connector").atMost(Patience.PROCESS).until(() -> !installation.api().get("/api/connectors/metadata").jsonPath()
                .getList("findAll { it.id == 'kubernetes' }").isEmpty());
        return started;
    }

    @AfterEach
    void uninstall() {
        connector.close();
        installation.close();
        cluster.close();
    }

    @Test
    void aLargeClusterFitsIntoALittleMemory() throws Exception {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(20));
        long idleResident = resident();
        long idleHeap = heap();
        installation.integrate(installation.api(), "kubernetes", "Cluster", Map.of("clusterName", "prod", "apiUrl",
                cluster.origin().toString(), "token", KubernetesConfig.TOKEN));
        await("all rollouts").atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofSeconds(1))
                .until(() -> installation.timeline().total("type=rollout&status=success") == NAMESPACES);
        long above = heap() - idleHeap;
        LOG.infof("Idle %d MB resident, %d MB of heap; %d pods in %d namespaces take %d MB of heap more, %d MB resident",
                idleResident / MEBIBYTE, idleHeap / MEBIBYTE, NAMESPACES * PODS_EACH, NAMESPACES, above / MEBIBYTE,
                resident() / MEBIBYTE);

        long longestBut = rollouts();
        long events = manyChanges();

        assertThat(events).as("events of changes of pods that are well").isEqualTo(1);
        assertThat(longestBut).as("milliseconds to a rollout's begin").isLessThanOrEqualTo(2_000);
        assertThat(above).isLessThanOrEqualTo(64 * MEBIBYTE);
        assertThat(idleResident).isLessThan(120 * MEBIBYTE);
    }

    /** The longest but one, in milliseconds. */
    private long rollouts() {
        long[] millis = LongStream.range(0, ROLLOUTS).map(this::rollout).sorted().toArray();
        LOG.infof("A rollout's begin is in the timeline after %d ms (median), %d ms (longest of %d)", millis[ROLLOUTS / 2],
                millis[ROLLOUTS - 1], ROLLOUTS);
        return millis[ROLLOUTS - 2];
    }

    private long rollout(long number) {
        var workload = workload((int) number);
        long begun = System.nanoTime();
        cluster.timeline().perform(() -> cluster.stories().workloads().image(workload, "acme/app:v2", "kubectl"));
        await("the begin").atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20))
                .until(() -> installation.timeline().total("type=rollout&project=prod/" + workload.namespace()) == 2);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** How many events came of them, of which one is the last thing that is done. */
    private long manyChanges() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(30));
        long events = installation.timeline().total("");
        double before = changes();
        long processor = processorMillis();
        long begun = System.nanoTime();
        List<ObjectNode> pods = cluster.timeline().perform(() -> cluster.stories().cluster().list("Pod", "", pod -> true));
        for (int second = 0; second < SECONDS; second++) {
            int from = second * CHANGES_A_SECOND;
            cluster.timeline().perform(() -> touch(pods, from));
            LockSupport.parkNanos(begun + TimeUnit.SECONDS.toNanos(second + 1L) - System.nanoTime());
        }
        long took = System.nanoTime() - begun;
        cluster.timeline().perform(() -> cluster.stories().settings().configMap("team-0", "last", Map.of("a", "1"), "kubectl"));
        long last = System.nanoTime();
        await("what came last").atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50))
                .until(() -> installation.timeline().total("") > events);
        await("all changes").atMost(Duration.ofMinutes(2)).until(() -> changes() - before >= SECONDS * CHANGES_A_SECOND);
        LOG.infof("%d changes of pods in %d s: %d ms of the processor a second, what came last took %d ms, %d events",
                SECONDS * CHANGES_A_SECOND, TimeUnit.NANOSECONDS.toSeconds(took), (processorMillis() - processor) / SECONDS,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - last), installation.timeline().total("") - events);
        return installation.timeline().total("") - events;
    }

    private int touch(List<ObjectNode> pods, int from) {
        for (int i = from; i < from + CHANGES_A_SECOND; i++) {
            var beat = "beat-" + i;
            cluster.stories().cluster().change(pods.get(i % pods.size()), Writer.status("kubelet"),
                    changed -> changed.withObject("/status").put("message", beat));
        }
        return CHANGES_A_SECOND;
    }

    private void fill() {
        cluster.timeline().perform(() -> {
            for (int i = 0; i < NAMESPACES; i++) {
                cluster.stories().namespace("team-" + i);
                cluster.stories().workloads().create(workload(i), "acme/app:v1", PODS_EACH, "kubectl");
            }
            return NAMESPACES;
        });
        await("all pods").atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofSeconds(1)).until(() -> cluster.timeline()
                .perform(() -> cluster.stories().cluster().list("Deployment", "",
                        one -> one.at("/status/availableReplicas").asInt() == PODS_EACH).size()) == NAMESPACES);
    }

    private static Workload workload(int number) {
        return Workload.deployment("team-" + number, "app");
    }

    private double changes() {
        return metric("kubernetes_watch_changes_total");
    }

    /** After a full collection. */
    private long heap() throws IOException, InterruptedException {
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(connector.pid()),
                "GC.run").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        return (long) metric("jvm_memory_used_bytes{area=\"heap\"");
    }

    /** The sum of all series that begin so. */
    private double metric(String name) {
        return given().baseUri("http://127.0.0.1:" + port).get("/q/metrics").then().extract().asString().lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    private long resident() throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(connector.pid()), "status")).lines()
                .filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum()
                * 1024;
    }

    private long processorMillis() {
        return ProcessHandle.of(connector.pid()).flatMap(process -> process.info().totalCpuDuration()).map(Duration::toMillis)
                .orElse(0L);
    }
}
