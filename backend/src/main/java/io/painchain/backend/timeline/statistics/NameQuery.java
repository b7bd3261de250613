package io.painchain.backend.timeline.statistics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.FieldError;

/** @param after parts of the last name of the page before; empty texts at the start */
public record NameQuery(String tenantId, int limit, List<String> after) {

    private static final String SEPARATOR = "\n\t";

    public static NameQuery of(String limit, String cursor, String tenantId, int parts) {
        var errors = new ArrayList<FieldError>();
        var number = PageQuery.number("limit", limit, 1, PageQuery.MOST, PageQuery.MOST, errors);
        var after = after(cursor, parts);
        if (after.size() != parts || !after.stream().allMatch(CleanText.Validator::isClean)) {
            errors.add(new FieldError("cursor", "must be a cursor as a Link header gave it"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return new NameQuery(tenantId, number, after);
    }

    static String cursor(List<String> parts) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> after(String cursor, int parts) {
        if (cursor == null) {
            return Collections.nCopies(parts, "");
        }
        try {
            return List.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
