package io.painchain.backend.task.list;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.TaskKey;
import io.painchain.backend.task.TaskQueue;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;

@Path("/api/tasks")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tasks", description = "What connectors were asked for")
public class TaskResource {

    private final TaskListRepository tasks;
    private final TaskQueue queue;
    private final IntegrationDirectory directory;
    private final CurrentTenant tenant;

    TaskResource(TaskListRepository tasks, TaskQueue queue, IntegrationDirectory directory, CurrentTenant tenant) {
        this.tasks = tasks;
        this.queue = queue;
        this.directory = directory;
        this.tenant = tenant;
    }

    @GET
    @Operation(operationId = "listTasks", summary = "A tenant's tasks of the last day, and all that go on, the newest first")
    public List<TaskView> list(@RestQuery @Schema(implementation = TaskState.class) String state,
            @RestQuery @Schema(implementation = TaskKind.class) String kind, @RestQuery String type,
            @RestQuery String integrationId, @RestQuery @Parameter(description = "1 to 500; 50 unless said") String limit) {
        var rows = tasks.list(tenant.id(), TaskQuery.of(new TaskQuery.Raw(state, kind, type, integrationId, limit)));
        var names = directory.names(tenant.id(),
                rows.stream().map(TaskRow::integrationId).filter(Objects::nonNull).distinct().toList());
        return rows.stream().map(row -> TaskViewMapper.toView(row, names)).toList();
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(operationId = "cancelTask", summary = "Take a task back; its connector hears of it when it tells its progress")
    @APIResponse(responseCode = "200", description = "Cancelled, also where it was before")
    @APIResponse(responseCode = "409", description = "It has ended otherwise")
    public TaskView cancel(@RestPath String id) {
        var key = new TaskKey(tenant.id(), Ids.parse(id).orElseThrow(TaskResource::notFound));
        queue.end(key, TaskState.cancelled, "Cancelled.");
        var task = tasks.find(key).orElseThrow(TaskResource::notFound);
        if (task.state() != TaskState.cancelled) {
            throw ProblemType.CONFLICT.problem("The task has ended already: it is " + task.state() + ".");
        }
        var ids = task.integrationId() == null ? List.<UUID> of() : List.of(task.integrationId());
        return TaskViewMapper.toView(task, directory.names(tenant.id(), ids));
    }

    private static RuntimeException notFound() {
        return ProblemType.NOT_FOUND.problem("There is no task of that id.");
    }
}
