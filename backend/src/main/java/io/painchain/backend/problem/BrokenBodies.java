package io.painchain.backend.problem;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;

import jakarta.ws.rs.ext.Provider;

import io.netty.handler.codec.DecoderException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpClosedException;

/** A body cut short or sent against its headers is the sender's fault; other failures are ours. */
@Provider
public class BrokenBodies extends ExceptionMapperBase<IOException> {

    @Override
    protected HttpProblem toProblem(IOException failure) {
        return Stream.<Throwable> iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(BrokenBodies::isOfTheSender)
                        ? ProblemType.MALFORMED_REQUEST.problem("The body breaks off, or is not sent as its headers say.")
                        : ProblemType.INTERNAL.problem(ProblemType.INTERNAL.detail());
    }

    private static boolean isOfTheSender(Throwable cause) {
        return cause instanceof HttpClosedException || cause instanceof ClosedChannelException
                || cause instanceof DecoderException || cause instanceof IllegalArgumentException; // of a chunk's size or trailer
    }
}
