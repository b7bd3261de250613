package io.painchain.model.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The input of a {@link TaskKind#webhook}: deliveries of one integration, proved to be its provider's, in the order in which
 * they came.
 *
 * @param deliveries at most {@link io.painchain.model.validation.Limits#TASK_DELIVERIES}
 */
public record WebhookInput(List<Delivery> deliveries) {

    /** How a body is written. */
    public enum Encoding {
        text,
        base64
    }

    /**
     * @param id the key that its sender gave it; the same event may come again under it
     * @param event as its sender calls it, or {@code null}
     * @param attempt how often it was handed over, with this time
     * @param headers as they came, names in lower case, without credentials
     * @param encoding of the body: {@code base64} where it is no UTF-8
     * @param body the payload; of a form what its field {@code payload} has
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivery(String id, @Nullable String event, Instant receivedAt, int attempt, Map<String, String> headers,
            Encoding encoding, String body) {
    }
}
