package io.painchain.backend.problem;

import java.net.URI;
import java.util.List;

import io.painchain.model.validation.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Every kind of problem that the API answers with (RFC 9457). */
public enum ProblemType {

    VALIDATION("validation", 400, "Invalid request"),
    MALFORMED_JSON("malformed-json", 400, "Malformed JSON"),
    MALFORMED_REQUEST("malformed-request", 400, "Malformed request"),
    UNKNOWN_CONNECTOR_TYPE("unknown-connector-type", 400, "Unknown connector type"),
    UNAUTHORIZED("unauthorized", 401, "Unauthorized"),
    FORBIDDEN("forbidden", 403, "Forbidden"),
    NOT_FOUND("not-found", 404, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "Not acceptable"),
    CONFLICT("conflict", 409, "Conflict"),
    GONE("cancelled", 410, "Cancelled"),
    PRECONDITION_FAILED("precondition-failed", 412, "Precondition failed"),
    TOO_LARGE("too-large", 413, "Too large"),
    ADDRESS_TOO_LONG("address-too-long", 414, "Address too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported media type"),
    RATE_LIMITED("rate-limited", 429, "Rate limited"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "Headers too large"),
    INTERNAL("internal", 500, "Internal error"),
    PROVIDER_FAILED("provider-failed", 502, "The provider could not be asked"),
    UNAVAILABLE("unavailable", 503, "Unavailable"),
    NO_CONNECTOR("no-connector", 504, "No connector answered");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public URI uri() {
        return URI.create("/problems/" + slug);
    }

    /** Our own sentence: a library's message may name classes, SQL or hosts. */
    public String detail() {
        return switch (this) {
            case NOT_FOUND -> "Nothing is here: it does not exist, or belongs to another tenant.";
            case METHOD_NOT_ALLOWED -> "This resource does not take that method; the Allow header names those it takes.";
            case NOT_ACCEPTABLE -> "Only application/json is answered here; send Accept: application/json or */*.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as Content-Type: application/json.";
            case ADDRESS_TOO_LONG -> "The address is longer than is taken here.";
            case HEADERS_TOO_LARGE -> "The headers are larger than is taken here.";
            case TOO_LARGE -> "The body is larger than this resource takes.";
            case UNAUTHORIZED -> "This needs Authorization: Bearer <connector key>.";
            case UNAVAILABLE -> "The database cannot be reached at the moment; try again.";
            case INTERNAL -> "Something went wrong here. The request id finds it in the log.";
            default -> title + ".";
        };
    }

    public HttpProblem problem(String detail) {
        return builder(detail).build();
    }

    public HttpProblem.Builder builder(String detail) {
        return HttpProblem.builder().withType(uri()).withTitle(title).withStatus(status).withDetail(detail);
    }

    /** A {@link #VALIDATION} problem with all errors at once. */
    public static HttpProblem invalid(List<FieldError> errors) {
        return VALIDATION.builder(summary(errors)).with("errors", errors).build();
    }

    public static HttpProblem invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    /** For a status that no code of ours chose. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 410 -> GONE;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> TOO_LARGE;
            case 414 -> ADDRESS_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RATE_LIMITED;
            case 431 -> HEADERS_TOO_LARGE;
            case 502 -> PROVIDER_FAILED;
            case 503 -> UNAVAILABLE;
            case 504 -> NO_CONNECTOR;
            default -> status >= 500 ? INTERNAL : VALIDATION;
        };
    }

    private static String summary(List<FieldError> errors) {
        var first = errors.get(0);
        var more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        return first.pointer() + ": " + first.detail() + more;
    }
}
