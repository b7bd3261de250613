package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.kubernetes.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;
import io.painchain.simulator.kubernetes.story.Workload;
import io.quarkus.test.junit.QuarkusTest;

/** An object that makes no sense, or claims to be of another time, keeps nothing else out of the timeline. */
@QuarkusTest
class OddObjectsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Workload API = Workload.deployment("payments", "api");
    private static final Writer SOMEBODY = Writer.update("kubectl");
    /** Of the cluster itself, not of a namespace. */
    private static final Set<String> OF_THE_CLUSTER = Set.of("Node", "Namespace");
    private static final List<String> KINDS = List.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet",
            "ControllerRevision", "Pod", "Job", "CronJob", "ConfigMap", "Secret", "Event", "HorizontalPodAutoscaler", "Ingress",
            "Application", "Rollout", "Kustomization", "HelmRelease", "Certificate", "Node");
    private static final String TEXT = "\"\\u202e\\u001b[31m\\u0007\"";

    @RegisterExtension
    final Rig rig = new Rig();

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private void put(String kind, String name, JsonNode part) {
        ObjectNode object = MAPPER.createObjectNode();
        List.of("spec", "status", "data", "involvedObject", "operation", "reason", "lastTimestamp").forEach(field -> object
                .set(field, part));
        ObjectNode labels = Json.object("owner", "helm", "status", "deployed", "version", "7", "modifiedAt",
                "999999999999999999");
        object.set("metadata", Json.object("labels", labels, "annotations",
                Json.object("deployment.kubernetes.io/revision", "\u202eseven", "kubernetes.io/change-cause", "\u001b[2J")));
        cluster().put(kind, OF_THE_CLUSTER.contains(kind) ? null : "payments", name, object, SOMEBODY);
    }

    private Cluster cluster() {
        return rig.cluster.stories().cluster();
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "7", "[]", "[null]", "{}", "true", TEXT,
            "{\"template\":[],\"conditions\":{\"type\":7},\"containerStatuses\":[null,7,{}],\"replicas\":\"many\",\"conditions\":7}",
            "{\"conditions\":[null,{},{\"type\":null,\"lastTransitionTime\":\"yesterday\"}],\"template\":{\"spec\":{\"containers\":[null,{\"image\":7}]}}}" })
    void tellsOfAllElse(String part) {
        // Given
        rig.cluster.stories().workloads().create(API, "acme/api:v1", 1, "kubectl");
        rig.pass(Duration.ofSeconds(5)).integrate().cycle();

        // When objects appear, change and go
        for (String value : List.of(part, "{\"other\":1}")) {
            KINDS.forEach(kind -> put(kind, kind.equals("Secret") ? "sh.helm.release.v1.odd.v7" : "odd", json(value)));
            rig.pass(Duration.ofSeconds(2));
        }
        KINDS.forEach(kind -> {
            ObjectNode odd = cluster().get(kind, OF_THE_CLUSTER.contains(kind) ? null : "payments",
                    kind.equals("Secret") ? "sh.helm.release.v1.odd.v7" : "odd");
            if (odd != null) {
                cluster().delete(odd);
            }
        });
        rig.cluster.stories().workloads().image(API, "acme/api:v2", "kubectl");
        rig.pass(Duration.ofSeconds(10)).cycle();

        // Then
        rig.event("rollout-prod/payments/deployment/api@", "success");
        assertThat(rig.backend.rejected(Rig.INTEGRATION)).isEmpty();
        Instant now = rig.clock.instant();
        assertThat(rig.events()).allSatisfy(event -> {
            assertThat(event.timestamp()).isBetween(Rig.START.minus(Duration.ofDays(1)), now.plus(Duration.ofMinutes(5)));
            assertThat(event.asOf()).isBeforeOrEqualTo(now.plus(Duration.ofMinutes(5)));
            assertThat(event.title()).doesNotContain("\u001b");
        });
    }

    @Test
    void placesAReleaseOfHelmWhereItsLabelNamesAnImpossibleTime() {
        // Given
        rig.integrate().cycle();

        // When
        for (String time : List.of("4102444800", "999999999999999999", "-1", "soon")) {
            ObjectNode labels = Json.object("owner", "helm", "name", "shop", "status", "deployed", "version", "1", "modifiedAt",
                    time);
            cluster().put("Secret", "payments", "sh.helm.release.v1.shop" + time.length() + ".v1",
                    Json.object("metadata", Json.object("labels", labels), "type", "helm.sh/release.v1"), SOMEBODY);
        }
        rig.pass(Duration.ofSeconds(2));

        // Then
        rig.until(() -> rig.events().stream().filter(one -> one.type().equals("helm_release")).count() == 4);
        assertThat(rig.events()).filteredOn(one -> one.type().equals("helm_release")).extracting(EventDraft::timestamp)
                .allSatisfy(at -> assertThat(at).isBetween(Rig.START, rig.clock.instant()));
    }
}
