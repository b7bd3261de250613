package io.painchain.simulator.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.kubernetes.api.auth.TokenGrant;
import io.painchain.simulator.kubernetes.rig.KubernetesExtension;
import io.painchain.simulator.kubernetes.rig.Reply;

class AccessTest {

    @RegisterExtension
    final KubernetesExtension cluster = new KubernetesExtension();

    @Test
    void aTokenIsRefusedOnceItIsOver() {
        // Given
        cluster.simulator().tokens().add(TokenGrant.of("t").expiresAt(KubernetesExtension.NOW.plusSeconds(3600)));
        assertThat(cluster.as("t", "/api/v1/pods").status()).isEqualTo(200);
        // When
        cluster.later(Duration.ofHours(1));
        // Then
        assertThat(cluster.as("t", "/api/v1/pods").status()).isEqualTo(401);
        assertThat(cluster.as("unknown", "/api/v1/pods").at("/reason")).isEqualTo("Unauthorized");
    }

    @Test
    void aDeniedResourceIsNamed() {
        // Given
        cluster.script("POST", "/tokens", "{\"token\":\"t\",\"denied\":[\"deployments.apps\"]}");
        // When
        Reply refused = cluster.as("t", "/apis/apps/v1/deployments");
        // Then
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/message")).isEqualTo("deployments.apps is forbidden: User "
                + "\"system:serviceaccount:painchain:painchain\" cannot list resource \"deployments\" in API group "
                + "\"apps\" at the cluster scope");
    }

    @Test
    void aTokenOfANamespaceReadsNoOther() {
        cluster.simulator().tokens().add(TokenGrant.of("t").namespaces("prod"));
        assertThat(cluster.as("t", "/api/v1/namespaces/prod/pods").status()).isEqualTo(200);
        assertThat(cluster.as("t", "/api/v1/namespaces/test/pods").status()).isEqualTo(403);
        assertThat(cluster.as("t", "/api/v1/nodes").status()).isEqualTo(403);
    }

    @Test
    void reviewsTellWhatTheTokenMayDo() {
        // Given
        String ask = "{\"spec\":{\"resourceAttributes\":{\"verb\":\"%s\",\"resource\":\"pods\"}}}";
        String path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
        // When, Then
        assertThat(cluster.post(path, ask.formatted("watch")).at("/status/allowed")).isEqualTo("true");
        assertThat(cluster.post(path, ask.formatted("delete")).at("/status/allowed")).isEqualTo("false");
        assertThat(cluster.post("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", "{}")
                .at("/status/resourceRules/0/verbs/2")).isEqualTo("watch");
    }

    @Test
    void nothingIsWrittenThroughTheApi() {
        assertThat(cluster.post("/api/v1/namespaces/prod/configmaps", "{}").status()).isEqualTo(405);
    }

    @Test
    void discoveryComesWholeOrGroupByGroup() {
        // Given
        String aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
        cluster.script("POST", "/server", "{\"staleGroups\":[\"argoproj.io\"]}");
        // When
        Reply all = cluster.get("/apis", "Accept", aggregated);
        // Then
        assertThat(all.at("/items/0/versions/0/resources/0/resource")).isEqualTo("deployments");
        assertThat(all.body()).contains("\"freshness\":\"Stale\"");
        assertThat(cluster.get("/apis").at("/groups/0/name")).isEqualTo("apps");
        assertThat(cluster.get("/apis/apps/v1").at("/resources/0/kind")).isEqualTo("Deployment");
        assertThat(cluster.get("/version").at("/gitVersion")).isEqualTo("v1.33.4");
    }
}
