package io.painchain.backend.integration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.painchain.backend.id.Ids;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.validation.FieldError;

/** Without type or enabled all; {@code after} is the last id of the page before. */
public record IntegrationQuery(String type, Boolean enabled, int limit, Optional<UUID> after) {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** As received. */
    public record Raw(String type, String enabled, String limit, String cursor) {
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem validation, naming every wrong parameter */
    public static IntegrationQuery of(Raw raw, int defaultLimit) {
        var errors = new ArrayList<FieldError>();
        var enabled = raw.enabled() == null ? null : enabled(raw.enabled(), errors);
        int limit = raw.limit() == null ? defaultLimit : PageQuery.limit(raw.limit(), errors);
        var after = Optional.ofNullable(raw.cursor()).flatMap(Ids::parse);
        if (raw.cursor() != null && after.isEmpty()) {
            errors.add(new FieldError("cursor", "must be the cursor of a Link header"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(List.copyOf(errors));
        }
        return new IntegrationQuery(raw.type(), enabled, limit, after);
    }

    IntegrationQuery onlyEnabled() {
        return new IntegrationQuery(type, true, limit, after);
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("type", type);
        parameters.put("enabled", enabled);
        parameters.put("after", after.orElse(BEFORE_ALL));
        return parameters;
    }

    private static Boolean enabled(String text, List<FieldError> errors) {
        if (!text.equals("true") && !text.equals("false")) {
            errors.add(new FieldError("enabled", "must be true or false"));
        }
        return Boolean.valueOf(text);
    }
}
