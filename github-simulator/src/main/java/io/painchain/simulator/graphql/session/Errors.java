package io.painchain.simulator.graphql.session;

import static graphql.validation.ValidationErrorType.FieldUndefined;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;

/** Errors in GitHub's form: the type beside the message, not among the extensions. */
public final class Errors implements DataFetcherExceptionHandler {

    private static final String TYPE = "type";
    private static final Pattern UNDEFINED = Pattern.compile("'([^']+)' in type '([^']+)'");

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable thrown = parameters.getException();
        Refusal refusal = thrown instanceof Refusal known ? known
                : new Refusal("INTERNAL", "Something went wrong while executing your query: " + thrown);
        GraphQLError error = of(refusal, parameters.getPath(), parameters.getSourceLocation());
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    public static GraphQLError of(Refusal refusal, ResultPath path, SourceLocation location) {
        GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError().message("%s", refusal.getMessage())
                .extensions(Map.of(TYPE, refusal.type()));
        if (path != null) {
            error.path(path);
        }
        if (location != null) {
            error.location(location);
        }
        return error.build();
    }

    public static List<Map<String, Object>> shown(List<GraphQLError> errors) {
        return errors.stream().map(Errors::shown).toList();
    }

    /** A field that the schema does not have; GitHub names where in the query it stands. */
    private static Map<String, Object> undefined(ValidationError error) {
        Map<String, Object> shown = new LinkedHashMap<>();
        List<String> path = error.getQueryPath() == null ? List.of() : error.getQueryPath();
        Matcher named = UNDEFINED.matcher(error.getMessage());
        String field = named.find() ? named.group(1) : "";
        String type = field.isEmpty() ? "" : named.group(2);
        shown.put("path", path);
        shown.put("extensions", Map.of("code", "undefinedField", "typeName", type, "fieldName", field));
        shown.put("locations", error.getLocations().stream()
                .map(place -> Map.of("line", place.getLine(), "column", place.getColumn())).toList());
        shown.put("message", "Field '" + field + "' doesn't exist on type '" + type + "'");
        return shown;
    }

    private static Map<String, Object> shown(GraphQLError error) {
        if (error instanceof ValidationError invalid && invalid.getValidationErrorType() == FieldUndefined) {
            return undefined(invalid);
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        Object type = error.getExtensions() == null ? null : error.getExtensions().get(TYPE);
        if (type != null) {
            shown.put(TYPE, type);
        }
        if (error.getPath() != null) {
            shown.put("path", error.getPath());
        }
        if ("FORBIDDEN".equals(type)) {
            shown.put("extensions", Map.of("saml_failure", false));
        }
        if (error.getLocations() != null) {
            shown.put("locations", error.getLocations().stream()
                    .map(place -> Map.of("line", place.getLine(), "column", place.getColumn())).toList());
        }
        shown.put("message", error.getMessage());
        return shown;
    }
}
