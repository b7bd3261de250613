package io.painchain.backend.webhook.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.id.Ids;
import io.painchain.backend.task.FormedTasks;
import io.painchain.backend.task.LeaseRequest;
import io.painchain.backend.task.TaskKey;
import io.painchain.backend.webhook.Payload;
import io.painchain.backend.webhook.StoredBody;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.WebhookInput;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookInput.Encoding;

/** One task for what waits of one integration, so that a thousand deliveries are no thousand tasks. */
@Singleton
class WebhookTasks implements FormedTasks {

    static final String BODY_IS_GONE = "Its body is not kept any more.";

    private static final int MOST_TASKS = 10;
    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };

    private final ClaimRepository claims;
    private final OutcomeRepository outcomes;
    private final RepeatedTransaction transaction;
    private final ObjectMapper mapper;
    private final Ids ids;

    WebhookTasks(ClaimRepository claims, OutcomeRepository outcomes, RepeatedTransaction transaction, ObjectMapper mapper,
            Ids ids) {
        this.claims = claims;
        this.outcomes = outcomes;
        this.transaction = transaction;
        this.mapper = mapper;
        this.ids = ids;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.webhook;
    }

    @Override
    public List<Formed> form(LeaseRequest request, Instant now) {
        var formed = new ArrayList<Formed>();
        for (var integration : claims.waiting(request, now, Math.min(MOST_TASKS, request.max()))) {
            var key = new TaskKey(integration.tenantId(), ids.next());
            int count = claims.claim(request.type(), integration, key.id(), now);
            if (count > 0) { // else another worker was faster
                formed.add(new Formed(key, integration.id(), Map.of("deliveries", count)));
            }
        }
        return formed;
    }

    @Override
    public Map<String, Object> input(TaskKey key) {
        var taken = transaction.call(() -> outcomes.taken(key));
        var lost = taken.stream().filter(delivery -> delivery.body() == null).toList();
        if (!lost.isEmpty()) {
            transaction.call(() -> {
                lost.forEach(delivery -> outcomes.giveUp(key.tenantId(), delivery.id(), BODY_IS_GONE));
                return lost.size();
            });
        }
        var input = new WebhookInput(taken.stream().filter(delivery -> delivery.body() != null).map(this::delivery).toList());
        return mapper.convertValue(input, DOCUMENT);
    }

    private Delivery delivery(TakenDelivery taken) {
        var headers = headers(taken.headers());
        var payload = Payload.of(headers.get("content-type"), StoredBody.unpack(taken.body())).json();
        var text = text(payload);
        return new Delivery(taken.key(), taken.event(), taken.receivedAt(), taken.attempt(), headers,
                text == null ? Encoding.base64 : Encoding.text,
                text == null ? Base64.getEncoder().encodeToString(payload) : text);
    }

    /** {@code null} where it is no UTF-8. */
    private static String text(byte[] payload) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private Map<String, String> headers(String json) {
        try {
            return mapper.readValue(json, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored headers are unreadable");
        }
    }
}
