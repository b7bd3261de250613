package io.painchain.backend.subscription.outbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.id.Ids;
import io.painchain.backend.paging.Page;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.validation.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;

@Singleton
class Messages {

    private static final int MOST_AT_ONCE = 10_000;
    private static final Set<String> STATES = Set.of("waiting", "sent", "failed");
    private static final UUID NEWEST = new UUID(-1, -1);

    private final MessageRepository repository;
    private final RepeatedTransaction transaction;
    private final CurrentTenant tenant;
    private final Clock clock;

    Messages(MessageRepository repository, RepeatedTransaction transaction, CurrentTenant tenant, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.tenant = tenant;
        this.clock = clock;
    }

    Page<MessageView> list(String subscription, String state, String limit, String cursor) {
        var key = key(subscription);
        var errors = new ArrayList<FieldError>();
        int most = PageQuery.limit(limit, errors);
        var before = cursor == null ? NEWEST : Ids.parse(cursor).orElse(null);
        if (before == null) {
            errors.add(new FieldError("cursor", "must be one that an earlier page named"));
        }
        if (state != null && !STATES.contains(state)) {
            errors.add(new FieldError("state", "must be one of " + STATES.stream().sorted().toList()));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        List<MessageView> rows = repository.list(key, state, before, most + 1);
        var page = rows.subList(0, Math.min(rows.size(), most));
        return new Page<>(page,
                rows.size() > most ? Optional.of(page.get(most - 1).id()) : Optional.empty());
    }

    MessageView get(String subscription, String id) {
        var key = key(subscription);
        return Ids.parse(id).flatMap(uuid -> repository.find(key, uuid)).orElseThrow(Messages::notFound);
    }

    MessageView resend(String subscription, String id) {
        var key = key(subscription);
        var uuid = Ids.parse(id).orElseThrow(Messages::notFound);
        var now = clock.instant();
        if (!transaction.call(() -> repository.again(key, uuid, now))) {
            throw notFound();
        }
        return get(subscription, id);
    }

    ResendResult resend(String subscription, ResendRequest wanted) {
        var key = key(subscription);
        var now = clock.instant();
        int queued = transaction.call(() -> repository.again(key, wanted, MOST_AT_ONCE, now));
        return new ResendResult(queued, queued == MOST_AT_ONCE);
    }

    private SubscriptionKey key(String subscription) {
        return Ids.parse(subscription).map(id -> new SubscriptionKey(tenant.id(), id)).filter(repository::exists)
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such subscription."));
    }

    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is no such message.");
    }
}
