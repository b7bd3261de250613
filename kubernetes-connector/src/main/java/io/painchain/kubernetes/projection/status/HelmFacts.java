package io.painchain.kubernetes.projection.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.connector.time.TimeText;
import io.painchain.kubernetes.projection.Digests;
import io.painchain.kubernetes.projection.Json;
import io.painchain.kubernetes.projection.Managed;
import io.painchain.kubernetes.projection.Meta;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.Paths;
import io.painchain.kubernetes.projection.Redaction;

/**
 * One revision of a Helm release, as its Secret's labels tell.
 *
 * @param status {@code in_progress}, {@code success}, {@code failure}, {@code superseded} or {@code uninstalled}
 * @param modifiedAt when the status became this; {@code null}: unknown
 */
public record HelmFacts(String release, long revision, String status, Instant modifiedAt) {

    private static final String IN_PROGRESS = "in_progress";
    private static final String SUPERSEDED = "superseded";
    private static final String PREFIX = "sh.helm.release.v1.";
    private static final int LARGEST = 32 * 1024 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public boolean ended() {
        return !status.equals(IN_PROGRESS);
    }

    /** Whether another took its place: it was deployed before, and no label says until when it took. */
    public boolean superseded() {
        return status.equals(SUPERSEDED);
    }

    public HelmFacts deployed() {
        return new HelmFacts(release, revision, "success", null);
    }

    /** What only the Secret's content tells; {@code values} are digests by path. */
    public record Content(String chart, String chartVersion, String appVersion, String description,
            Map<String, Integer> values) {
    }

    public static ObjectState of(JsonNode object, Digests digests) {
        Meta meta = Meta.of(object);
        long revision = Json.number(meta.labels().get("version"), 0);
        String suffix = ".v" + revision;
        if (revision == 0 || !meta.name().startsWith(PREFIX) || !meta.name().endsWith(suffix)) {
            return null;
        }
        String release = meta.name().substring(PREFIX.length(), meta.name().length() - suffix.length());
        String label = String.valueOf(meta.labels().get("status"));
        String status = switch (label) {
            case "deployed" -> "success";
            case "failed" -> "failure";
            case "superseded" -> SUPERSEDED;
            case "uninstalled" -> label;
            default -> IN_PROGRESS;
        };
        long modified = Json.number(meta.labels().get("modifiedAt"), 0);
        Managed managed = new Managed(object);
        HelmFacts facts = new HelmFacts(release, revision, status, modified == 0 ? null : TimeText.ofCount(modified));
        return ObjectState.of(meta, managed, managed.of(List.of("metadata.labels")), digests.of(status), facts)
                .asOf(facts.modifiedAt());
    }

    /** @param secret whole; {@code null} where it cannot be read */
    public static Content content(JsonNode secret, Digests digests) {
        try {
            byte[] once = Base64.getMimeDecoder().decode(secret.path("data").path("release").asText());
            byte[] packed = Base64.getMimeDecoder().decode(once);
            JsonNode payload;
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                payload = MAPPER.readTree(in.readNBytes(LARGEST));
            }
            JsonNode chart = payload.path("chart").path("metadata");
            return new Content(Json.text(chart.path("name")), Json.text(chart.path("version")),
                    Json.text(chart.path("appVersion")), Redaction.message(Json.text(payload.path("info").path("description"))),
                    Paths.of(payload.path("config"), digests));
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
