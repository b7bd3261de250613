package io.painchain.backend.webhook.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.id.Ids;
import io.painchain.backend.task.FormedTasks;
import io.painchain.backend.task.LeaseRequest;
import io.painchain.backend.task.TaskKey;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.WebhookInput;

/** One task for what waits of one integration, so that a thousand deliveries are no thousand tasks. */
@Singleton
class WebhookTasks implements FormedTasks {

    static final String BODY_IS_GONE = "Its body is not kept any more.";

    private static final int MOST_TASKS = 10;
    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {
    };

    private final ClaimRepository claims;
    private final OutcomeRepository outcomes;
    private final HandedDeliveries deliveries;
    private final RepeatedTransaction transaction;
    private final ObjectMapper mapper;
    private final Ids ids;

    WebhookTasks(ClaimRepository claims, OutcomeRepository outcomes, HandedDeliveries deliveries,
            RepeatedTransaction transaction, ObjectMapper mapper, Ids ids) {
        this.claims = claims;
        this.outcomes = outcomes;
        this.deliveries = deliveries;
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
        var input = new WebhookInput(taken.stream().filter(delivery -> delivery.body() != null).map(deliveries::of).toList());
        return mapper.convertValue(input, DOCUMENT);
    }
}
