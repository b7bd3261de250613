package io.painchain.connector.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.painchain.model.event.EventDraft;

public final class DraftBuilder {

    private final DraftScope scope;
    private final String type;
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final List<String> missing = new ArrayList<>();
    private final Map<String, String> oddTimes = new LinkedHashMap<>();
    private Instant answeredAt;
    private Instant reportedAt;
    private boolean complete = true;
    private boolean factsGiven;
    private boolean atBest;
    private String externalId;
    private String title;
    private Instant timestamp;
    private Instant endTimestamp;
    private Instant asOf;
    private String description;
    private String author;
    private String url;
    private String status;
    private String entity;

    private DraftBuilder(DraftScope scope, String type) {
        this.scope = scope;
        this.type = type;
        this.answeredAt = scope.answeredAt();
        data.put("repository", scope.project());
    }

    public static DraftBuilder of(DraftScope scope, String type) {
        return new DraftBuilder(scope, type);
    }

    public DraftBuilder externalId(String value) {
        externalId = value;
        return this;
    }

    /** @param parts whose writing direction does not reach into the next */
    public DraftBuilder title(String... parts) {
        title = Stream.of(parts).map(Text::line).filter(Objects::nonNull).collect(Collectors.joining());
        return this;
    }

    /** @param value the source's clock, where the scope lacks it; nothing is later */
    public DraftBuilder answered(Instant value) {
        answeredAt = answeredAt == null ? value : answeredAt;
        return reportedAt(value);
    }

    /** @param value stands in for a missing time */
    public DraftBuilder reportedAt(Instant value) {
        reportedAt = value;
        return this;
    }

    /** A time that is not credible is kept in the data and replaced by the first credible one of {@code others}. */
    public DraftBuilder at(String name, Instant moment, Instant... others) {
        timestamp = moment;
        if (!Moments.credible(moment, answeredAt)) {
            odd(name, moment);
            timestamp = Moments.best(answeredAt, Stream.of(others));
            atBest = timestamp == null;
            timestamp = timestamp == null ? lastResort() : timestamp;
        }
        return this;
    }

    public DraftBuilder until(String name, Instant end) {
        if (end != null && (end.isBefore(timestamp) || !Moments.credible(end, answeredAt))) {
            return odd(name, end);
        }
        endTimestamp = end;
        return this;
    }

    public DraftBuilder odd(String name, Instant moment) {
        if (moment != null) {
            oddTimes.put(name, moment.toString());
        }
        return this;
    }

    public DraftBuilder asOf(Instant value) {
        asOf = value;
        return this;
    }

    public DraftBuilder description(String value) {
        description = value;
        return this;
    }

    public DraftBuilder author(String value) {
        author = value;
        return this;
    }

    public DraftBuilder url(String value) {
        url = value;
        return this;
    }

    public DraftBuilder status(String value) {
        status = value;
        return this;
    }

    public DraftBuilder entity(String value) {
        entity = value;
        return key(value);
    }

    /** For entities shared by everything, such as a branch, which would link all with all. */
    public DraftBuilder entityAlone(String value) {
        entity = value;
        return this;
    }

    public DraftBuilder key(String value) {
        if (value != null) {
            keys.add(value);
        }
        return this;
    }

    /** Links it with what else tells of an image that one of the texts names; each may be {@code null}. */
    public DraftBuilder images(String... texts) {
        for (String text : texts) {
            if (text != null) {
                ImageNames.keys(text).forEach(this::key);
            }
        }
        return this;
    }

    /** Omitted where {@code null}, so that it does not overwrite what a richer source stored. */
    public DraftBuilder data(String key, Object value) {
        if (value != null) {
            data.put(key, inOneLine(value));
        }
        return this;
    }

    public DraftBuilder lines(String key, String value) {
        if (value != null) {
            data.put(key, value);
        }
        return this;
    }

    /** Named as missing where {@code null}. */
    public DraftBuilder fact(String key, Object value) {
        factsGiven = true;
        if (value == null) {
            missing.add(key);
        }
        return data(key, value);
    }

    /** Some facts were not requested: what was stored as missing stands. */
    public DraftBuilder partly() {
        complete = false;
        return this;
    }

    public EventDraft build() {
        data("odd_times", oddTimes.isEmpty() ? null : oddTimes);
        if (!missing.isEmpty()) {
            data.put("missing", List.copyOf(missing));
        } else if (factsGiven && complete) {
            // Clears what a thinner source named as missing.
            data.put("missing", null);
        }
        return DraftLimits.fit(new EventDraft(title, scope.connector(), scope.project(), timestamp, endTimestamp, externalId,
                scope.integrationId(), state(), type, description, author, url, status, scope.tags(), entity, List.copyOf(keys),
                data));
    }

    private Instant lastResort() {
        Instant known = answeredAt == null ? reportedAt : answeredAt;
        return Moments.credible(known, null) ? known : Moments.FIRST;
    }

    private Instant state() {
        if (atBest) {
            return Moments.firstReported(timestamp);
        }
        return Moments.credible(asOf, answeredAt) ? asOf : timestamp;
    }

    private static Object inOneLine(Object value) {
        if (value instanceof String text) {
            return Text.line(text);
        }
        return value instanceof List<?> list ? list.stream().filter(Objects::nonNull).map(DraftBuilder::inOneLine).toList()
                : value;
    }
}
