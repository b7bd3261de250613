package io.painchain.backend.webhook.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.painchain.backend.id.Ids;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.wire.Timestamps;
import io.painchain.model.validation.FieldError;

/** Which deliveries: {@code null} in a filter is any. */
record WebhookEventQuery(Filter filter, UUID before, int limit) {

    static final Set<String> STATES = Set.of("pending", "leased", "mapped", "ignored", "deferred", "dead", "polled");
    private static final UUID NEWEST = new UUID(-1, -1);

    record Filter(UUID integrationId, String eventType, String repository, String state, Instant from, Instant to) {
    }

    /** As the address has them. */
    record Raw(String integrationId, String eventType, String repository, String state, String from, String to) {
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem naming every wrong parameter */
    static WebhookEventQuery of(Raw raw, String limit, String cursor) {
        var errors = new ArrayList<FieldError>();
        var filter = filter(raw, errors);
        int most = PageQuery.limit(limit, errors);
        var before = cursor == null ? NEWEST : Ids.parse(cursor).orElse(null);
        if (before == null) {
            errors.add(new FieldError("cursor", "must be one that an earlier page named"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return new WebhookEventQuery(filter, before, most);
    }

    static Filter filter(Raw raw, List<FieldError> errors) {
        var integration = raw.integrationId() == null ? null : Ids.parse(raw.integrationId()).orElse(new UUID(0, 0));
        if (raw.state() != null && !STATES.contains(raw.state())) {
            errors.add(new FieldError("state", "must be one of " + STATES.stream().sorted().toList()));
        }
        return new Filter(integration, raw.eventType(), raw.repository(), raw.state(), time("from", raw.from(), errors),
                time("to", raw.to(), errors));
    }

    private static Instant time(String name, String text, List<FieldError> errors) {
        try {
            return text == null ? null : Timestamps.parse(text);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(name, e.getMessage()));
            return null;
        }
    }
}
