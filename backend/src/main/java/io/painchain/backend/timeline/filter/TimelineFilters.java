package io.painchain.backend.timeline.filter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.team.TeamDirectory;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.FieldError;

@Singleton
public class TimelineFilters {

    private static final int MOST_VALUES = 100;

    private final TeamDirectory teams;
    private final CurrentTenant tenant;

    TimelineFilters(TeamDirectory teams, CurrentTenant tenant) {
        this.teams = teams;
        this.tenant = tenant;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem validation, naming every wrong parameter */
    public TimelineFilter read(FilterParameters parameters) {
        var errors = new ArrayList<FieldError>();
        var filter = read(parameters, errors);
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return filter;
    }

    public TimelineFilter read(FilterParameters parameters, List<FieldError> errors) {
        return read(tenant.id(), parameters, errors);
    }

    /** For who asks outside of a request. */
    public TimelineFilter read(String tenantId, FilterParameters parameters, List<FieldError> errors) {
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
                teamTags(tenantId, parameters.team, errors),
                window.from(), window.to(), SearchWords.parse(parameters.q, errors));
    }

    /** Forms send empty values for no filter. */
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

    private List<String> teamTags(String tenantId, List<String> values, List<FieldError> errors) {
        var tags = new TreeSet<String>();
        var named = texts("team", values, errors);
        for (var id : named) {
            teams.tags(tenantId, id).ifPresentOrElse(tags::addAll,
                    () -> errors.add(new FieldError("team", "must be a team's id: there is no such team")));
        }
        return named.isEmpty() ? null : List.copyOf(tags);
    }

    private static List<UUID> ids(List<String> values, List<FieldError> errors) {
        var ids = new ArrayList<UUID>();
        for (var value : texts("integrationId", values, errors)) {
            Ids.parse(value).ifPresentOrElse(ids::add,
                    () -> errors.add(new FieldError("integrationId", "must be an integration's id")));
        }
        return ids;
    }

    private record TimeWindow(Instant from, Instant to) {

        static TimeWindow of(FilterParameters parameters, List<FieldError> errors) {
            var from = QueryTime.either("from", parameters.from, "startDate", parameters.startDate, errors);
            var to = QueryTime.either("to", parameters.to, "endDate", parameters.endDate, errors);
            if (from != null && to != null && to.isBefore(from)) {
                errors.add(new FieldError(parameters.to == null ? "endDate" : "to", "must not be before the window's start"));
            }
            return new TimeWindow(from, to);
        }
    }
}
