package io.painchain.backend.webhook.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.id.Ids;
import io.painchain.backend.paging.Page;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.FormingQueue;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.webhook.event.WebhookEventQuery.Filter;
import io.painchain.model.task.TaskKind;
import io.painchain.model.validation.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;

@Singleton
class WebhookEvents {

    private static final int MOST_AT_ONCE = 10_000;

    private final WebhookEventRepository repository;
    private final RepeatedTransaction transaction;
    private final FormingQueue queue;
    private final CurrentTenant tenant;
    private final Clock clock;

    WebhookEvents(WebhookEventRepository repository, RepeatedTransaction transaction, FormingQueue queue, CurrentTenant tenant,
            Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.queue = queue;
        this.tenant = tenant;
        this.clock = clock;
    }

    Page<WebhookEventView> list(WebhookEventQuery query, boolean withPayload) {
        var rows = repository.list(tenant.id(), query, withPayload, query.limit() + 1);
        var page = rows.subList(0, Math.min(rows.size(), query.limit()));
        var next = rows.size() > page.size() ? Optional.of(page.get(page.size() - 1).id().toString())
                : Optional.<String> empty();
        return new Page<>(page.stream().map(WebhookEventMapper::toView).toList(), next);
    }

    WebhookEventView get(String id) {
        return Ids.parse(id).flatMap(uuid -> repository.find(tenant.id(), uuid)).map(WebhookEventMapper::toView)
                .orElseThrow(WebhookEvents::notFound);
    }

    WebhookEventView replay(String id) {
        var before = get(id);
        if (before.state().equals("polled")) {
            throw ProblemType.CONFLICT.problem("It is a page that a poll got: only a rehearsal reads it.");
        }
        var whose = tenant.id();
        var now = clock.instant();
        var types = transaction.call(() -> repository.replay(whose, UUID.fromString(before.id()), now));
        if (types.isEmpty()) {
            throw ProblemType.CONFLICT.problem(before.replayable() ? "It is being digested at the moment."
                    : "Its payload is not kept any more, so it cannot be digested again.");
        }
        types.forEach(type -> queue.wake(type, TaskKind.webhook));
        return get(id);
    }

    ReplayResult replay(ReplayRequest request) {
        var errors = new ArrayList<FieldError>();
        var raw = new WebhookEventQuery.Raw(request.integrationId(), request.eventType(), request.repository(),
                request.state(), null, null);
        var named = WebhookEventQuery.filter(raw, errors);
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        var filter = new Filter(named.integrationId(), named.eventType(), named.repository(), named.state(), request.from(),
                request.to());
        var whose = tenant.id();
        var now = clock.instant();
        List<String> types = transaction.call(() -> repository.replay(whose, filter, MOST_AT_ONCE, now));
        types.stream().distinct().forEach(type -> queue.wake(type, TaskKind.webhook));
        return new ReplayResult(types.size(), types.size() == MOST_AT_ONCE);
    }

    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is no such delivery.");
    }
}
