package io.painchain.backend.database;

import jakarta.enterprise.context.ApplicationScoped;

import io.painchain.backend.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.runtime.Startup;

/** Answers 503 where the database is away or overloaded. */
@ApplicationScoped
@Startup
class UnavailableDatabase implements ProblemPostProcessor {

    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    public int priority() {
        return 200; // before it is logged as an internal error
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() < 500) {
            return problem;
        }
        if (DatabaseFailures.isAway(context.cause)) {
            return unavailable("The database cannot be reached at the moment; try again.");
        }
        return DatabaseFailures.isTooSlow(context.cause) ? unavailable("The database took too long; try again.") : problem;
    }

    private static HttpProblem unavailable(String detail) {
        return ProblemType.UNAVAILABLE.builder(detail).withHeader("Retry-After", RETRY_AFTER_SECONDS).build();
    }
}
