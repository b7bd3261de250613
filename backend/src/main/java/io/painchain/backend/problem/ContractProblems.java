package io.painchain.backend.problem;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.MDC;

import io.painchain.backend.requestid.RequestIds;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.runtime.Startup;

/** Gives every problem, whoever raised it, the contract's members: type, title, detail, instance and request id. */
@ApplicationScoped
@Startup
class ContractProblems implements ProblemPostProcessor {

    private static final String CHALLENGE = "WWW-Authenticate";

    @Override
    public int priority() {
        return 50; // after the extension's own logging and defaults
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var type = ProblemType.ofStatus(problem.getStatusCode());
        var builder = HttpProblem.builder(problem).with("requestId", String.valueOf(MDC.get(RequestIds.KEY)));
        if (problem.getType() == null) {
            builder.withType(type.uri()).withTitle(type.title()).withDetail(detail(type));
        }
        if (problem.getInstance() == null && context.path != null) {
            builder.withInstance(URI.create(context.path));
        }
        if (type == ProblemType.UNAUTHORIZED && !problem.getHeaders().containsKey(CHALLENGE)) {
            builder.withHeader(CHALLENGE, "Bearer");
        }
        return builder.build();
    }

    /** A sentence of ours: what a library said may name classes, SQL or hosts. */
    private static String detail(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "Nothing is here: it does not exist, or belongs to another tenant.";
            case METHOD_NOT_ALLOWED -> "This resource does not take that method; the Allow header names those it takes.";
            case NOT_ACCEPTABLE -> "Only application/json is answered here; send Accept: application/json or */*.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as Content-Type: application/json.";
            case TOO_LARGE -> "The body is larger than this resource takes.";
            case UNAUTHORIZED -> "This needs Authorization: Bearer <connector key>.";
            case UNAVAILABLE -> "The database cannot be reached at the moment; try again.";
            case INTERNAL -> "Something went wrong here. The request id finds it in the log.";
            default -> type.title() + ".";
        };
    }
}
