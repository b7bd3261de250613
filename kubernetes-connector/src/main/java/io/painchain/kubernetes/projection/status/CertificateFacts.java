package io.painchain.kubernetes.projection.status;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.kubernetes.projection.Digests;
import io.painchain.kubernetes.projection.Json;
import io.painchain.kubernetes.projection.Managed;
import io.painchain.kubernetes.projection.Meta;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.Redaction;

/**
 * @param revision of the newest issued one; 0: none. @param failedAt of the issuance under way; {@code null}: it did not fail
 */
public record CertificateFacts(long revision, Instant issuedAt, Instant notAfter, Instant failedAt, String message) {

    public static ObjectState of(JsonNode object, Digests digests) {
        Meta meta = Meta.of(object);
        JsonNode status = object.path("status");
        JsonNode ready = Json.condition(status, "Ready");
        JsonNode issuing = Json.condition(status, "Issuing");
        Instant begin = Json.time(status.path("notBefore"));
        Instant failed = Json.time(status.path("lastFailureTime"));
        String message = failed == null ? null
                : Redaction.message(Json.text((issuing.isMissingNode() ? ready : issuing).path("message")));
        CertificateFacts facts = new CertificateFacts(status.path("revision").asLong(), begin,
                Json.time(status.path("notAfter")), failed, message);
        Managed managed = new Managed(object);
        return ObjectState.of(meta, managed, managed.of(List.of("spec")), digests.of(facts.revision() + " " + failed), facts)
                .asOf(begin, failed, Json.time(ready.path("lastTransitionTime")));
    }
}
