package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.kubernetes.rig.Rig;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;
import io.painchain.simulator.kubernetes.story.Workload;
import io.quarkus.test.junit.QuarkusTest;

/** Pods come and go by the thousand, and are no news as long as they are well. */
@QuarkusTest
class ManyPodsTest {

    private static final int PODS = 1_000;
    private static final Workload API = Workload.deployment("payments", "api");

    @RegisterExtension
    final Rig rig = new Rig();

    @Test
    void makesNoEventOfPodsThatAreWell() {
        // Given
        rig.cluster.stories().workloads().create(API, "acme/api:v1", 1, "kubectl");
        rig.pass(Duration.ofSeconds(10));
        ObjectNode set = rig.cluster.stories().cluster().owned("ReplicaSet", rig.cluster.stories().workloads().present(API))
                .get(0);
        rig.integrate().cycle();
        rig.until(() -> rig.cluster.api().watches().open("pods") == 1 && rig.events().size() == 1);

        // When
        for (int i = 0; i < PODS; i++) {
            pod(set, "pod-" + i, i % 2 == 0);
        }
        rig.cluster.stories().settings().configMap("payments", "last", java.util.Map.of("A", "1"), "kubectl");

        // Then
        rig.event("configmap/last@", "created");
        rig.until(() -> rig.meters.counter("kubernetes_watch_changes").count() > 2 * PODS);
        assertThat(rig.events()).hasSize(2);
    }

    private void pod(ObjectNode set, String name, boolean ready) {
        var cluster = rig.cluster.stories().cluster();
        ObjectNode pod = cluster.put("Pod", "payments", name,
                Json.object("metadata",
                        Json.object("ownerReferences", io.painchain.simulator.kubernetes.object.Cluster.ownedBy(set)),
                        "spec", Json.object("containers", Json.array(Json.object("name", "api", "image", "acme/api:v1")))),
                Writer.controller());
        cluster.change(pod, Writer.status("kubelet"), changed -> changed.set("status",
                Json.object("phase", "Running", "containerStatuses", Json.array(Json.object("name", "api", "ready", ready)))));
    }
}
