package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.InflaterInputStream;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.connector.backend.ContractJson;
import io.painchain.kubernetes.rig.Plants;
import io.painchain.kubernetes.rig.Rig;
import io.painchain.simulator.kubernetes.controller.Behaviour;
import io.quarkus.test.junit.QuarkusTest;

/** Values that are planted wherever a cluster holds secrets are found nowhere afterwards. */
@QuarkusTest
class SecrecyTest {

    private static final String PLANTED = Plants.MARK;
    private static final Formatter AS_WRITTEN = new PatternFormatter("%m %e");

    @RegisterExtension
    final Rig rig = new Rig();

    private final List<String> logged = new ArrayList<>();
    private final Plants plants = new Plants(rig.cluster.stories());

    @Test
    void sendsNoValueOfAnySecretConfigurationVariableOrAnnotation() throws Exception {
        // Given
        Handler listening = listen();
        plants.plant("acme/api:v1");
        rig.pass(Duration.ofSeconds(10)).integrate("secrets", true, "autoscaling", true).cycle();

        // When
        plants.plant("acme/api:v2");
        rig.pass(Duration.ofSeconds(20));
        rig.until(() -> rig.titles().contains("[Rollout] ✓ api v1 → v2"));
        rig.cluster.stories().kubelet().behave("acme/api:v3", Behaviour.CRASH);
        plants.plant("acme/api:v3");
        rig.pass(Duration.ofSeconds(60));
        rig.stop().restart().cycle();
        rig.pass(Duration.ofSeconds(5));
        rig.cluster.store().forget(null);
        plants.plant("acme/api:v4");
        rig.stop().restart().cycle();
        rig.pass(Duration.ofSeconds(70));

        // Then
        Logger.getLogger("").removeHandler(listening);
        Logger.getLogger("io.painchain").setLevel(null);
        assertThat(plants.count()).isGreaterThan(1_000);
        assertThat(
                rig.cluster.stories().cluster().get("Ingress", "payments", "planted").at("/metadata/managedFields").toString())
                .as("what the server notes of who wrote what").contains("v:\\\"" + PLANTED);
        assertThat(rig.events().stream().map(event -> event.type()).distinct())
                .contains("rollout", "config", "secret", "helm_release", "gitops_sync", "workload_problem", "job_run",
                        "network",
                        "access", "platform", "certificate", "workload");
        assertThat(posted()).as("messages are told, but for what they quote").contains("is invalid")
                .contains("Invalid value: …");
        assertThat(posted()).doesNotContain(PLANTED).doesNotContain(encoded(PLANTED));
        assertThat(checkpoints()).contains("\"api-env\"").doesNotContain(PLANTED).doesNotContain(encoded(PLANTED));
        assertThat(rig.meters.getMetersAsString()).doesNotContain(PLANTED);
        assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(PLANTED) || line.contains(encoded(PLANTED)));
        assertThat(logged).noneMatch(line -> line.contains("simulator-service-account-token"));
    }

    private String posted() {
        return new String(ContractJson.bytes(rig.events()), StandardCharsets.UTF_8)
                + new String(ContractJson.bytes(rig.backend.reports()), StandardCharsets.UTF_8)
                + rig.backend.rejected(Rig.INTEGRATION) + rig.backend.coverage();
    }

    /** Base64 of what begins so. */
    private static String encoded(String text) {
        String whole = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return whole.substring(0, whole.length() / 4 * 4 - 4);
    }

    private Handler listen() {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(AS_WRITTEN.format(entry));
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        handler.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(handler);
        Logger.getLogger("io.painchain").setLevel(Level.ALL);
        return handler;
    }

    private String checkpoints() throws Exception {
        StringBuilder all = new StringBuilder();
        for (var checkpoint : rig.backend.checkpoints(Rig.INTEGRATION).values()) {
            byte[] part = Base64.getDecoder().decode(checkpoint.value().get("part").toString());
            try (InflaterInputStream in = new InflaterInputStream(new java.io.ByteArrayInputStream(part))) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
