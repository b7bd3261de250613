package io.painchain.backend.audit.read;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.validation.FieldError;

/** @param before the entries before this one, or {@code null} from the newest on */
record AuditQuery(String actor, String action, String kind, String objectId, Instant from, Instant to, Long before,
        int limit) {

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");

    /** As sent; each that is absent filters nothing. */
    public static class Parameters {
        @QueryParam("actor")
        @Parameter(description = "The name of a key")
        public String actor;
        @QueryParam("action")
        @Parameter(description = "An operation's id, such as patchIntegration")
        public String action;
        @QueryParam("kind")
        @Parameter(description = "Of object, such as integration")
        public String kind;
        @QueryParam("objectId")
        public String objectId;
        @QueryParam("from")
        @Parameter(description = "From this instant on")
        public String from;
        @QueryParam("to")
        @Parameter(description = "Before this instant")
        public String to;
    }

    static AuditQuery of(Parameters raw, String cursor, String limit) {
        var errors = new ArrayList<FieldError>();
        var query = new AuditQuery(raw.actor, raw.action, raw.kind, raw.objectId, instant("from", raw.from, errors),
                instant("to", raw.to, errors), cursor(cursor, errors), PageQuery.limit(limit, errors));
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return query;
    }

    AuditQuery page(Long seq, int size) {
        return new AuditQuery(actor, action, kind, objectId, from, to, seq, size);
    }

    private static Long cursor(String text, List<FieldError> errors) {
        if (text == null) {
            return null;
        }
        if (CURSOR.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        errors.add(new FieldError("cursor", "must be as the Link header had it"));
        return null;
    }

    private static Instant instant(String name, String text, List<FieldError> errors) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            errors.add(new FieldError(name, "must be an instant such as 2026-01-31T12:00:00Z"));
            return null;
        }
    }
}
