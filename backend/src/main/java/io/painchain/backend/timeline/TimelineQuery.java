package io.painchain.backend.timeline;

import java.util.ArrayList;
import java.util.Optional;

import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.timeline.filter.TimelineFilter;
import io.painchain.backend.timeline.filter.TimelineFilters;
import io.painchain.model.validation.FieldError;

/** @param offset for callers that count pages */
record TimelineQuery(TimelineFilter filter, int limit, Optional<TimelineCursor> after, int offset) {

    static final int LARGEST_OFFSET = 10_000;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem validation, naming every wrong parameter */
    static TimelineQuery of(TimelineParameters parameters, TimelineFilters filters) {
        var errors = new ArrayList<FieldError>();
        var filter = filters.read(parameters, errors);
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
}
