package io.painchain.backend.task.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.task.DiscoverInput;
import io.painchain.model.validation.FieldError;

record RepositorySearch(String q, int page, int perPage, DiscoverInput.Filter filter) {

    private static final int MOST_PAGES = 100_000;
    private static final int MOST_PER_PAGE = 100;
    private static final int USUAL_PER_PAGE = 30;

    static RepositorySearch of(RepositoryParameters parameters) {
        var errors = new ArrayList<FieldError>();
        var filter = parameters.filter(errors);
        return of(parameters.q, parameters.page, parameters.perPage, filter, errors);
    }

    private static RepositorySearch of(String q, String page, String perPage, DiscoverInput.Filter filter,
            List<FieldError> errors) {
        var search = new RepositorySearch(q, PageQuery.number("page", page, 1, MOST_PAGES, 1, errors),
                PageQuery.number("perPage", perPage, 1, MOST_PER_PAGE, USUAL_PER_PAGE, errors), filter);
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return search;
    }

    /** A Link header's page wins over the body's. */
    static RepositorySearch of(ConnectionRequest request, String page) {
        var perPage = request.perPage() == null ? null : request.perPage().toString();
        return of(request.q(), page == null && request.page() != null ? request.page().toString() : page, perPage, null,
                new ArrayList<>());
    }

    DiscoverInput input(Map<String, Object> config) {
        return new DiscoverInput(config, q, page, perPage, filter);
    }
}
