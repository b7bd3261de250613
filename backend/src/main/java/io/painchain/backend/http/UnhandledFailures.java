package io.painchain.backend.http;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;

import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.painchain.backend.database.DatabaseFailures;
import io.painchain.backend.problem.ProblemResponse;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.requestid.RequestIds;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Runs before Quarkus' own handler, which answers in another format and logs callers' mistakes with stacks. */
class UnhandledFailures {

    private static final Logger LOG = Logger.getLogger(UnhandledFailures.class);

    void register(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE - 1).failureHandler(UnhandledFailures::answer);
    }

    private static void answer(RoutingContext context) {
        var failure = context.failure();
        var response = context.response();
        if (response.closed() || failure instanceof IOException) {
            return; // the connection is closed
        }
        if (response.headWritten()) {
            context.next();
            return;
        }
        var type = type(context.statusCode(), failure);
        if (type == ProblemType.INTERNAL) {
            LOG.errorf(failure, "A request failed, request id %s", RequestIds.of(context));
        }
        if (type == ProblemType.UNAUTHORIZED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        ProblemResponse.send(context, type, detail(type, failure));
    }

    private static ProblemType type(int status, Throwable failure) {
        if (failure instanceof RejectedExecutionException || DatabaseFailures.isAway(failure)) {
            return ProblemType.UNAVAILABLE;
        }
        if (failure instanceof AuthenticationException || failure instanceof UnauthorizedException) {
            return ProblemType.UNAUTHORIZED;
        }
        if (failure instanceof ForbiddenException) {
            return ProblemType.FORBIDDEN;
        }
        return status == 400 ? ProblemType.MALFORMED_REQUEST : ProblemType.ofStatus(status > 0 ? status : 500);
    }

    private static String detail(ProblemType type, Throwable failure) {
        return switch (type) {
            case MALFORMED_REQUEST -> "The request cannot be understood: it needs a path and one Host that names a host.";
            case UNAVAILABLE -> failure instanceof RejectedExecutionException
                    ? "There is too much to do at the moment; try again."
                    : type.detail();
            default -> type.detail();
        };
    }
}
