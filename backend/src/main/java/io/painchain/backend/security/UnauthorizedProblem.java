package io.painchain.backend.security;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.painchain.backend.problem.ProblemType;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.UnauthorizedException;

/** In place of the problem extension's own mapper, which was built against an older Quarkus and fails with a 500. */
@Singleton
public final class UnauthorizedProblem extends ExceptionMapperBase<UnauthorizedException> {

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = Priorities.USER - 1)
    public Response handle(UnauthorizedException e) {
        return toResponse(e);
    }

    @Override
    protected HttpProblem toProblem(UnauthorizedException e) {
        return ProblemType.UNAUTHORIZED.builder("This needs Authorization: Bearer <connector key>.")
                .withHeader("WWW-Authenticate", "Bearer").build();
    }
}
