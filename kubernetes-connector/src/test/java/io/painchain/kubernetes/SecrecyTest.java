package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
import io.painchain.kubernetes.rig.Rig;
import io.painchain.simulator.kubernetes.controller.Behaviour;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;
import io.painchain.simulator.kubernetes.story.Gitops;
import io.painchain.simulator.kubernetes.story.Helm;
import io.painchain.simulator.kubernetes.story.Workload;
import io.quarkus.test.junit.QuarkusTest;

/** Values that are planted wherever a cluster holds secrets are found nowhere afterwards. */
@QuarkusTest
class SecrecyTest {

    private static final String PLANTED = "pl4nted";
    private static final Formatter AS_WRITTEN = new PatternFormatter("%m %e");
    private static final Workload API = Workload.deployment("payments", "api");

    @RegisterExtension
    final Rig rig = new Rig();

    private final List<String> logged = new ArrayList<>();
    private int planted;

    private String secret() {
        return PLANTED + "-" + ++planted;
    }

    @Test
    void sendsNoValueOfAnySecretConfigurationVariableOrAnnotation() throws Exception {
        // Given
        Handler listening = listen();
        plant("acme/api:v1");
        rig.pass(Duration.ofSeconds(10)).integrate("secrets", true, "autoscaling", true).cycle();

        // When
        plant("acme/api:v2");
        rig.pass(Duration.ofSeconds(20));
        rig.until(() -> rig.titles().contains("[Rollout] ✓ api v1 → v2"));
        rig.cluster.stories().kubelet().behave("acme/api:v3", Behaviour.CRASH);
        plant("acme/api:v3");
        rig.pass(Duration.ofSeconds(60));
        rig.stop().restart().cycle();
        rig.pass(Duration.ofSeconds(5));
        rig.cluster.store().forget(null);
        plant("acme/api:v4");
        rig.stop().restart().cycle();
        rig.pass(Duration.ofSeconds(70));

        // Then
        Logger.getLogger("").removeHandler(listening);
        Logger.getLogger("io.painchain").setLevel(null);
        assertThat(planted).isGreaterThan(40);
        assertThat(rig.events().stream().map(event -> event.type()).distinct())
                .contains("rollout", "config", "secret", "helm_release", "gitops_sync", "workload_problem", "job_run");
        String posts = new String(ContractJson.bytes(rig.events()), StandardCharsets.UTF_8)
                + new String(ContractJson.bytes(rig.backend.reports()), StandardCharsets.UTF_8)
                + rig.backend.rejected(Rig.INTEGRATION);
        assertThat(posts).doesNotContain(PLANTED).doesNotContain(encoded(PLANTED));
        assertThat(checkpoints()).contains("\"api-env\"").doesNotContain(PLANTED).doesNotContain(encoded(PLANTED));
        assertThat(rig.meters.getMetersAsString()).doesNotContain(PLANTED);
        assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(PLANTED) || line.contains(encoded(PLANTED)));
        assertThat(logged).noneMatch(line -> line.contains("simulator-service-account-token"));
    }

    /** Base64 of what begins so. */
    private static String encoded(String text) {
        String whole = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return whole.substring(0, whole.length() / 4 * 4 - 4);
    }

    private void plant(String image) {
        var stories = rig.cluster.stories();
        stories.settings().configMap("payments", "api-env",
                Map.of("PASSWORD", secret(), "URL", "https://u:" + secret() + "@db"),
                "kubectl");
        stories.settings().secret("payments", "api-secret", Map.of("token", secret()), "kubectl");
        if (rig.cluster.stories().cluster().get("Deployment", "payments", "api") == null) {
            stories.workloads().create(API, image, 2, "kubectl");
        }
        stories.workloads().edit(API, Writer.update("kubectl"), changed -> {
            changed.withObject("/metadata/annotations").put("kubectl.kubernetes.io/last-applied-configuration", secret())
                    .put("kubernetes.io/change-cause",
                            "kubectl set env deploy/api PASSWORD=" + secret() + " --token " + secret())
                    .put("acme/key", secret());
            changed.withObject("/spec/template/metadata/annotations").put("vault/token", secret());
            var container = changed.withObject("/spec/template/spec/containers/0").put("image", image);
            container.set("args", Json.array("--password=" + secret(), secret()));
            container.set("command", Json.array("run", secret()));
            container.set("env", Json.array(Json.object("name", "PASSWORD", "value", secret())));
        });
        stories.helm()
                .upgrade(new Helm.Release("payments", "shop", "shop", "1." + planted, "2", Json.object("password", secret(),
                        "nested", Json.object("key", secret()))), true, () -> {
                        });
        stories.gitops().argoSync(new Gitops.Sync("shop", "payments", "https://bot:" + secret() + "@github.com/acme/deploy",
                "0a1b2c3d4e5f60718293a4b5c6d7e8f90123" + (1000 + planted), "ada"), true, () -> {
                });
        rig.cluster.stories().cluster().change(rig.cluster.stories().cluster().get("Application", "argocd", "shop"),
                Writer.update("kubectl"), changed -> changed.withObject("/spec/source").set("helm", Json.object("parameters",
                        Json.array(Json.object("name", "password", "value", secret())))));
        stories.gitops().fluxApply(new Gitops.Sync("infra", "payments", "https://bot:" + secret() + "@github.com/acme/infra",
                "1a1b2c3d4e5f60718293a4b5c6d7e8f90123" + (1000 + planted), null), () -> {
                });
        stories.jobs().run("payments", "job-" + planted, "acme/job:" + planted, Duration.ofSeconds(2), false);
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
