package io.painchain.connector.backend.api;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskResult;
import io.smallrye.mutiny.Uni;

@Consumes(MediaType.APPLICATION_JSON)
public interface TasksApi {

    /**
     * @param wait seconds that the backend may wait for tasks
     * @param kind {@code null}: all but those that are only given to who asks for their kind
     */
    @POST
    @Path("/connectors/{type}/tasks/lease")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<RestResponse<List<Task>>> lease(@PathParam("type") String type, @QueryParam("wait") long wait,
            @QueryParam("max") int max,
            @QueryParam("worker") String worker, @QueryParam("kind") TaskKind kind);

    @POST
    @Path("/connectors/{type}/tasks/{id}/progress")
    Uni<RestResponse<Void>> progress(@PathParam("type") String type, @PathParam("id") String id, TaskProgress progress);

    @POST
    @Path("/connectors/{type}/tasks/{id}/result")
    Uni<RestResponse<Void>> result(@PathParam("type") String type, @PathParam("id") String id, TaskResult result);

    @POST
    @Path("/connectors/{type}/tasks/{id}/release")
    Uni<RestResponse<Void>> release(@PathParam("type") String type, @PathParam("id") String id, TaskProgress progress);
}
