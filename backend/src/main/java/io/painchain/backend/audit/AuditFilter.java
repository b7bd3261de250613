package io.painchain.backend.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.painchain.backend.database.DatabaseScope;
import io.quarkus.runtime.BlockingOperationControl;

/** Records what a changing operation did where its feature said nothing: an endpoint without an entry cannot be written. */
@Singleton
public class AuditFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int FIRST_FAILURE = 400;

    private final AuditRequest request;
    private final AuditWriter writer;
    private final ScheduledExecutorService executor;
    private final DatabaseScope scope;
    private final Clock clock;

    AuditFilter(AuditRequest request, AuditWriter writer, ScheduledExecutorService executor, DatabaseScope scope,
            Clock clock) {
        this.request = request;
        this.writer = writer;
        this.executor = executor;
        this.scope = scope;
        this.clock = clock;
    }

    @ServerRequestFilter
    public void begin(ContainerRequestContext call, ResourceInfo resource) {
        request.begin(operation(resource), !SAFE.contains(call.getMethod()));
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext call, ContainerResponseContext answer) {
        var operation = request.operation();
        if (!request.isChange() || NotAudited.contains(operation) || request.isRecorded()
                || answer.getStatus() >= FIRST_FAILURE) {
            return;
        }
        var path = call.getUriInfo().getPath();
        var id = call.getUriInfo().getPathParameters().getFirst("id");
        var entry = new AuditEntry(request.tenantId(), clock.instant().truncatedTo(ChronoUnit.MICROS), request.actor(),
                operation, "request", id == null ? path : id, null, null);
        if (BlockingOperationControl.isBlockingAllowed()) {
            write(entry);
        } else {
            executor.execute(() -> scope.runOfAll(() -> write(entry)));
        }
    }

    /** The answer is on its way; that its entry is missing must at least be known. */
    private void write(AuditEntry entry) {
        try {
            writer.append(entry);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The audit log misses an entry: %s of %s by %s", entry.action(), entry.objectId(),
                    entry.actor().name());
        }
    }

    private static String operation(ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method == null) {
            return "";
        }
        var described = method.getAnnotation(Operation.class);
        return described == null ? method.getName() : described.operationId();
    }
}
