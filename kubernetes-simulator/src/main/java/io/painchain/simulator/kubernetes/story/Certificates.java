package io.painchain.simulator.kubernetes.story;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.object.Json;
import io.painchain.simulator.kubernetes.store.Writer;

/** Certificates of cert-manager. */
public final class Certificates {

    private static final Duration VALID = Duration.ofDays(90);

    private final Cluster cluster;

    Certificates(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Issues the next revision, or fails to. */
    public ObjectNode issue(String namespace, String name, String host, boolean succeeds) {
        ObjectNode present = cluster.get("Certificate", namespace, name);
        if (present == null) {
            present = cluster.put("Certificate", namespace, name, Json.object("spec", Json.object("secretName", name + "-tls",
                    "dnsNames", Json.array(host))), Writer.update("kubectl"));
        }
        return cluster.change(present, Writer.status("cert-manager-certificates-issuing"), changed -> {
            ObjectNode status = changed.withObject("/status");
            ObjectNode issuing = Json.object("type", succeeds ? "Ready" : "Issuing", "status", succeeds ? "True" : "False",
                    "reason", succeeds ? "Ready" : "Failed", "lastTransitionTime", cluster.now());
            status.set("conditions", Json.array(issuing));
            if (succeeds) {
                status.put("revision", status.path("revision").asInt() + 1).put("notBefore", cluster.now()).put("notAfter",
                        cluster.instant().plus(VALID).truncatedTo(ChronoUnit.SECONDS).toString());
            } else {
                status.put("lastFailureTime", cluster.now());
            }
        });
    }
}
