package io.painchain.backend.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.painchain.backend.id.Ids;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.CleanText;
import io.painchain.model.FieldError;

/**
 * A page of a timeline.
 *
 * @param after where the page before ended
 * @param offset how many events to leave out, for those who count pages
 */
record TimelineQuery(TimelineFilter filter, int limit, Optional<TimelineCursor> after, int offset) {

    static final int LARGEST_OFFSET = 10_000;

    private static final int MOST_VALUES = 100;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem validation, naming every wrong parameter */
    static TimelineQuery of(TimelineParameters parameters, String tenantId) {
        var errors = new ArrayList<FieldError>();
        var filter = filter(parameters, tenantId, errors);
        var limit = PageQuery.limit(parameters.limit, errors);
        var offset = PageQuery.number("offset", parameters.offset, 0, LARGEST_OFFSET, 0, errors);
        var cursor = TimelineCursor.parse(parameters.cursor, filter, errors);
        if (cursor.isPresent() && offset > 0) {
            errors.add(new FieldError("offset", "must not be sent with a cursor"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return new TimelineQuery(filter, limit, cursor, offset);
    }

    private static TimelineFilter filter(TimelineParameters parameters, String tenantId, List<FieldError> errors) {
        var window = TimeWindow.of(parameters, errors);
        return new TimelineFilter(tenantId,
                texts("connector", parameters.connector, errors),
                texts("type", parameters.type, errors),
                texts("project", parameters.project, errors),
                texts("author", parameters.author, errors),
                texts("status", parameters.status, errors),
                ids(parameters.integrationId, errors),
                texts("entity", parameters.entity, errors),
                texts("key", parameters.key, errors),
                texts("tag", parameters.tag, errors),
                window.from(), window.to(), SearchWords.parse(parameters.q, errors));
    }

    /** An empty value, as forms send it, is no filter. */
    private static List<String> texts(String name, List<String> values, List<FieldError> errors) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > MOST_VALUES) {
            errors.add(new FieldError(name, "must not be repeated more than " + MOST_VALUES + " times"));
        }
        if (!values.stream().allMatch(CleanText.Validator::isClean)) {
            errors.add(new FieldError(name, "must not contain NUL characters or unpaired surrogates"));
        }
        return values.stream().filter(value -> !value.isEmpty()).distinct().sorted().toList();
    }

    private static List<UUID> ids(List<String> values, List<FieldError> errors) {
        var ids = new ArrayList<UUID>();
        for (var value : texts("integrationId", values, errors)) {
            Ids.parse(value).ifPresentOrElse(ids::add,
                    () -> errors.add(new FieldError("integrationId", "must be an integration's id")));
        }
        return ids;
    }

    /** @param from {@code null} where the window is open */
    record TimeWindow(Instant from, Instant to) {

        static TimeWindow of(TimelineParameters parameters, List<FieldError> errors) {
            var from = QueryTime.either("from", parameters.from, "startDate", parameters.startDate, errors);
            var to = QueryTime.either("to", parameters.to, "endDate", parameters.endDate, errors);
            if (from != null && to != null && to.isBefore(from)) {
                errors.add(new FieldError(parameters.to == null ? "endDate" : "to", "must not be before the window's start"));
            }
            return new TimeWindow(from, to);
        }
    }
}
