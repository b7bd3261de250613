package io.painchain.simulator.gitlab.api.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

import io.painchain.simulator.gitlab.render.Rendering;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.Query;

/**
 * A request to a route: what the path left open, the project where it names one, and the access that who asks has to
 * it.
 */
public record Call(HttpRequest request, List<String> parameters, Project project, int level, Rendering rendering,
        ServerTraits traits) {

    public Query query() {
        return request.query();
    }

    public String text(String name) {
        return query().get(name, null);
    }

    public boolean flag(String name) {
        return List.of("true", "1", "yes").contains(query().get(name, ""));
    }

    /** An open segment after the project. */
    public String parameter(int index) {
        return parameters.get(index);
    }

    public long id(int index) throws ApiException {
        try {
            return Long.parseLong(parameters.get(index));
        } catch (NumberFormatException e) {
            throw ApiException.error(400, "id is invalid");
        }
    }

    /** The time of a parameter; null where it is absent. */
    public Instant time(String name) throws ApiException {
        String text = text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.length() == 10 ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw ApiException.error(400, name + " is invalid");
        }
    }

    /** Where this very list is by the server's own belief. */
    public String listAddress() {
        String below = request.path().substring(request.path().indexOf("/api/v4/") + "/api/v4".length());
        return rendering.api() + below;
    }
}
