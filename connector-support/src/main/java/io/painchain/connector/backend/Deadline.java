package io.painchain.connector.backend;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import javax.net.ssl.SSLException;

import jakarta.ws.rs.WebApplicationException;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.connector.backend.BackendException.Kind;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;

/** Blocks until the whole answer is in; a late request is cancelled, which frees its connection. */
record Deadline(Duration longest) {

    <T> RestResponse<T> await(String what, Uni<RestResponse<T>> request) {
        CompletableFuture<RestResponse<T>> answer = request.ifNoItem().after(longest).fail().subscribeAsCompletionStage();
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new BackendException(Kind.STOPPING, "The connector is stopping", null, e);
        } catch (ExecutionException e) {
            throw failure(what, e.getCause());
        }
    }

    private static BackendException failure(String what, Throwable cause) {
        if (cause instanceof BackendException refusal) {
            return new BackendException(refusal.kind(), what + " " + refusal.getMessage(), refusal.retryAfter(), refusal);
        }
        if (cause instanceof WebApplicationException) {
            return new BackendException(Kind.UNAVAILABLE, what + " gave unreadable JSON", null, cause);
        }
        return new BackendException(Kind.UNAVAILABLE, "The backend cannot be reached: " + words(cause), null, cause);
    }

    private static String words(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof TimeoutException) {
                return "it did not answer in time";
            }
            if (cause instanceof UnknownHostException) {
                return "its name cannot be resolved";
            }
            if (cause instanceof SSLException) {
                return "its certificate is not trusted, or TLS failed (" + cause.getMessage() + ")";
            }
            if (cause instanceof ConnectException) {
                return "no connection could be made (" + cause.getMessage() + ")";
            }
        }
        return "the connection broke off (" + (root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage())
                + ")";
    }
}
