package io.painchain.backend.timeline.fanout;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.subscription.SubscriptionFilter;
import io.painchain.backend.timeline.filter.FilterParameters;
import io.painchain.backend.timeline.filter.TimelineFilter;
import io.painchain.backend.timeline.filter.TimelineFilters;
import io.painchain.model.validation.FieldError;

/** Filters of subscriptions, which are query strings of the timeline without a window of time. */
@Singleton
class QueryFilters implements SubscriptionFilter {

    private final TimelineFilters filters;

    QueryFilters(TimelineFilters filters) {
        this.filters = filters;
    }

    @Override
    public List<FieldError> errors(String tenantId, String query) {
        var errors = new ArrayList<FieldError>();
        var parameters = FilterParameters.ofQuery(query, errors);
        var filter = filters.read(tenantId, parameters, errors);
        if (filter.from() != null || filter.to() != null) {
            errors.add(new FieldError("from", "has no meaning here: what changes from now on is sent"));
        }
        return errors.stream()
                .map(error -> new FieldError("/filter", error.pointer().replaceFirst("^/", "") + " " + error.detail()))
                .toList();
    }

    /** What became invalid, such as a team that is gone, filters all out that it named. */
    TimelineFilter of(String tenantId, String query) {
        var ignored = new ArrayList<FieldError>();
        return filters.read(tenantId, FilterParameters.ofQuery(query, ignored), ignored);
    }
}
