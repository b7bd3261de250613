package io.painchain.backend.task.lease;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.ConnectorWork;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Roles;
import io.painchain.backend.task.LeaseRequest;
import io.painchain.backend.task.ReportedTask;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.wire.BodyLimit;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskResult;
import io.painchain.model.validation.Limits;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

@Path("/api/connectors/{type}/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CONNECTOR)
@Tag(name = "connector work")
public class ConnectorTaskResource {

    private final TaskLeasing leasing;
    private final TaskReports reports;
    private final CurrentTenant tenant;
    private final RoutingContext context;

    ConnectorTaskResource(TaskLeasing leasing, TaskReports reports, CurrentTenant tenant, RoutingContext context) {
        this.leasing = leasing;
        this.reports = reports;
        this.tenant = tenant;
        this.context = context;
    }

    @POST
    @Path("/lease")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(operationId = "leaseTasks", summary = "Wait for tasks and take them for 60 s, webhooks for 20 s", description = "Answers as soon as there is one, else with an empty list when the time is up. Named workers get the tasks of the integrations that are assigned to them, and those of no integration; the call is their sign of life.")
    @APIResponse(responseCode = "200", description = "The oldest of each tenant in turn", headers = @Header(name = ConnectorWork.ASSIGNMENT_VERSION, description = "To a worker: it changes when its share of the work does", schema = @Schema(type = SchemaType.INTEGER)))
    public Uni<RestResponse<List<Task>>> lease(@RestPath String type,
            @RestQuery @Parameter(description = "Seconds, 0 to 60; 20 unless said") String wait,
            @RestQuery @Parameter(description = "1 to 500; 50 unless said") String max, @RestQuery String worker,
            @RestQuery @Parameter(description = "webhook for deliveries of webhooks, which nobody else gets; absent: all other tasks") String kind) {
        var request = LeaseRequest.of(type, tenantOrAny(), worker, max, wait).ofKind(kind);
        var version = leasing.heartbeat(request);
        var connection = context.response();
        return leasing.lease(request, connection::closed).map(tasks -> {
            var answer = ResponseBuilder.ok(tasks);
            version.ifPresent(number -> answer.header(ConnectorWork.ASSIGNMENT_VERSION, number));
            return answer.build();
        });
    }

    @POST
    @Path("/{id}/progress")
    @ResponseStatus(204)
    @Operation(operationId = "reportTaskProgress", summary = "Tell how far a task is, and keep it for another 60 s")
    @APIResponse(responseCode = "204", description = "Taken")
    @APIResponse(responseCode = "409", description = "The lease is lost: leave the task")
    @APIResponse(responseCode = "410", description = "The task was cancelled: leave it")
    public void progress(@RestPath String type, @RestPath String id, TaskProgress progress) {
        reports.progress(reported(type, id, progress.attempt()), progress);
    }

    @POST
    @Path("/{id}/release")
    @ResponseStatus(204)
    @Operation(operationId = "releaseTask", summary = "Give a task back unfinished, so that another takes it at once")
    @APIResponse(responseCode = "204", description = "Queued again")
    @APIResponse(responseCode = "409", description = "The lease was lost before")
    public void release(@RestPath String type, @RestPath String id, TaskProgress progress) {
        reports.release(reported(type, id, progress.attempt()));
    }

    @POST
    @Path("/{id}/result")
    @ResponseStatus(204)
    @Operation(operationId = "reportTaskResult", summary = "Tell what a task came to")
    @APIResponse(responseCode = "204", description = "Taken; what the task was given is erased")
    @APIResponse(responseCode = "409", description = "The lease is lost: the result was dropped")
    public void result(@RestPath String type, @RestPath String id, @BodyLimit(Limits.BATCH_BYTES) TaskResult result) {
        reports.result(reported(type, id, result.attempt()), result);
    }

    private ReportedTask reported(String type, String id, Integer attempt) {
        UUID task = Ids.parse(id).orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no task of that id."));
        return new ReportedTask(task, type, tenantOrAny(), attempt);
    }

    private String tenantOrAny() {
        return Optional.of(tenant).filter(CurrentTenant::isNamed).map(CurrentTenant::id).orElse(null);
    }
}
