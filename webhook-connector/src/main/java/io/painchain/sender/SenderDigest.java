package io.painchain.sender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.webhook.Derivation;
import io.painchain.connector.webhook.Outcomes;
import io.painchain.model.event.EventDraft;
import io.painchain.model.task.Task;
import io.painchain.model.task.WebhookInput;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookInput.Encoding;
import io.painchain.model.task.WebhookOutput;
import io.painchain.model.task.WebhookOutput.Outcome;
import io.painchain.sender.mapping.SenderMapper;
import io.painchain.sender.mapping.SenderReading;

/** All deliveries of a task in one batch; what cannot be read holds back none of its neighbours. */
final class SenderDigest implements TaskHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SenderMapper mapper;
    private final EventPublisher publisher;

    SenderDigest(SenderMapper mapper, EventPublisher publisher) {
        this.mapper = mapper;
        this.publisher = publisher;
    }

    @Override
    public Object handle(Task task, Progress progress) {
        WebhookInput input = ContractJson.record(task.input(), WebhookInput.class);
        List<EventDraft> drafts = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Derivation derived : derive(task.integrationId(), input.deliveries())) {
            drafts.addAll(derived.drafts());
            outcomes.add(derived.drafts().isEmpty() ? Outcomes.ignored(derived.delivery(), derived.reason())
                    : Outcomes.mapped(derived.delivery(), derived.drafts().stream().map(EventDraft::externalId).toList()));
        }
        if (!drafts.isEmpty()) {
            publisher.publish(task.integrationId(), drafts, null);
        }
        return new WebhookOutput(outcomes);
    }

    /** What they say, for a rehearsal as well: nothing is stored. */
    List<Derivation> derive(String integrationId, List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> {
            SenderReading reading = read(delivery, integrationId);
            return new Derivation(delivery, reading.drafts(), reading.reason());
        }).toList();
    }

    private SenderReading read(Delivery delivery, String integrationId) {
        try {
            byte[] body = delivery.encoding() == Encoding.base64 ? Base64.getDecoder().decode(delivery.body())
                    : delivery.body().getBytes(StandardCharsets.UTF_8);
            JsonNode payload = JSON.readTree(body);
            if (payload == null || !payload.isObject()) {
                throw new IOException("is no JSON object");
            }
            return mapper.read(payload, integrationId, delivery.receivedAt());
        } catch (IOException | RuntimeException e) {
            return new SenderReading(List.of(), "Its payload cannot be read: " + e.getMessage());
        }
    }
}
