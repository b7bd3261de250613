package io.painchain.backend.problem;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.MDC;

import io.painchain.backend.requestid.RequestIds;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

@ApplicationScoped
@Startup
class ContractProblems implements ProblemPostProcessor {

    private static final String CHALLENGE = "WWW-Authenticate";

    private final CurrentVertxRequest request;

    ContractProblems(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public int priority() {
        return 50; // after the extension's own logging and defaults
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var type = ProblemType.ofStatus(problem.getStatusCode());
        var builder = HttpProblem.builder(problem).with("requestId", String.valueOf(MDC.get(RequestIds.KEY)));
        if (problem.getType() == null) {
            builder.withType(type.uri()).withTitle(type.title()).withDetail(type.detail());
        }
        builder.withInstance(ProblemInstance.of(path()));
        if (type == ProblemType.UNAUTHORIZED && !problem.getHeaders().containsKey(CHALLENGE)) {
            builder.withHeader(CHALLENGE, "Bearer");
        }
        return builder.build();
    }

    /** Undecoded: decoded text may be no valid address. */
    private String path() {
        var current = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        return current == null ? null : current.request().path();
    }
}
