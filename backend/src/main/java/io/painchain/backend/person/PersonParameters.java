package io.painchain.backend.person;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.validation.FieldError;

public class PersonParameters {

    private static final int MOST_PAGES = 100_000;
    private static final int MOST_PER_PAGE = 100;

    @RestQuery
    @Parameter(description = "Part of a name or login")
    String q;
    @RestQuery
    @Parameter(description = "true: bots only, false: none of them")
    String bot;
    @RestQuery
    @Parameter(description = "true: only who belonged somewhere and does no more, false: all others")
    String left;
    @RestQuery
    @Parameter(description = "From 1; the Link header has the next")
    String page;
    @RestQuery
    @Parameter(description = "1 to 100, else 50")
    String perPage;

    /** Without bot or left all. */
    record Query(String q, Boolean bot, Boolean left, int page, int perPage) {
    }

    Query query() {
        var errors = new ArrayList<FieldError>();
        var query = new Query(q == null ? "" : q.strip(), flag("bot", bot, errors), flag("left", left, errors),
                PageQuery.number("page", page, 1, MOST_PAGES, 1, errors),
                PageQuery.number("perPage", perPage, 1, MOST_PER_PAGE, PageQuery.USUAL, errors));
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return query;
    }

    private static Boolean flag(String name, String text, List<FieldError> errors) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            errors.add(new FieldError(name, "must be true or false"));
        }
        return text == null ? null : Boolean.valueOf(text);
    }
}
