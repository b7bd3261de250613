package io.painchain.backend.task.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.painchain.backend.wire.Timestamps;
import io.painchain.model.task.DiscoverInput;
import io.painchain.model.validation.FieldError;

/** Which repositories a list is to show. */
public class RepositoryParameters {

    @RestQuery
    @Parameter(description = "Part of a name")
    String q;
    @RestQuery
    @Parameter(description = "From 1; the Link header has the next")
    String page;
    @RestQuery
    @Parameter(description = "1 to 100, else 30")
    String perPage;
    @RestQuery
    @Parameter(description = "Only those with activity since then, an ISO-8601 timestamp; those of unknown activity too")
    String activeSince;
    @RestQuery
    @Parameter(description = "true: archived ones only, false: none of them")
    String archived;
    @RestQuery
    @Parameter(description = "true: forks only, false: none of them")
    String fork;

    /** @return {@code null} where nothing is asked for */
    DiscoverInput.Filter filter(List<FieldError> errors) {
        if (activeSince == null && archived == null && fork == null) {
            return null;
        }
        return new DiscoverInput.Filter(moment(errors), flag("archived", archived, errors), flag("fork", fork, errors));
    }

    private Instant moment(List<FieldError> errors) {
        try {
            return Optional.ofNullable(activeSince).map(Timestamps::parse).orElse(null);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("activeSince", e.getMessage()));
            return null;
        }
    }

    private static Boolean flag(String name, String text, List<FieldError> errors) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            errors.add(new FieldError(name, "must be true or false"));
        }
        return text == null ? null : Boolean.valueOf(text);
    }
}
