package io.painchain.backend.connector;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Roles;
import io.painchain.model.connector.ConnectorType;

@Path("/api/connectors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "connectors", description = "Where events can come from, and who fetches them")
public class ConnectorTypeResource {

    private final ConnectorRegistration registration;
    private final ConnectorTypeRepository types;
    private final WorkerRepository workers;
    private final WorkerAssignment assignment;
    private final ObjectMapper mapper;
    private final Clock clock;

    ConnectorTypeResource(ConnectorRegistration registration, ConnectorTypeRepository types, WorkerRepository workers,
            WorkerAssignment assignment, ObjectMapper mapper, Clock clock) {
        this.registration = registration;
        this.types = types;
        this.workers = workers;
        this.assignment = assignment;
        this.mapper = mapper;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listConnectors", summary = "The registered types and the workers that were heard of in the last day")
    public List<ConnectorView> list() {
        var contacts = workers.contacts();
        return types.list().stream().map(type -> ConnectorViewMapper.toView(type, contacts, clock.instant())).toList();
    }

    @GET
    @Path("/metadata")
    @PermitAll
    @Operation(operationId = "listConnectorMetadata", summary = "What forms, labels and filters are made of")
    public List<ConnectorMetadata> metadata() {
        return types.list().stream().map(this::metadata).toList();
    }

    @GET
    @Path("/metadata/{type}")
    @PermitAll
    @Operation(operationId = "getConnectorMetadata", summary = "The metadata of one type")
    public ConnectorMetadata metadata(@PathParam("type") String type) {
        return types.find(type).map(this::metadata)
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("No connector of that type has registered."));
    }

    @PUT
    @Path("/{type}")
    @RolesAllowed(Roles.CONNECTOR)
    @Operation(operationId = "registerConnector", summary = "Register a type's metadata, at each start of its connector")
    @APIResponse(responseCode = "204", description = "Stored")
    public void register(@PathParam("type") String type, ConnectorType metadata) {
        if (ConnectorTypes.OWN.equals(type)) {
            throw ProblemType.FORBIDDEN.problem("The type painchain is PainChain's own.");
        }
        registration.register(type, metadata);
    }

    @DELETE
    @Path("/{type}/workers/{worker}")
    @RolesAllowed(Roles.CONNECTOR)
    @ResponseStatus(204)
    @Operation(operationId = "leaveWork", summary = "Tell that a worker ends, so that others take its share at once")
    @APIResponse(responseCode = "204", description = "Others have its share now; so too where it was not known")
    public void leave(@PathParam("type") String type, @PathParam("worker") String worker) {
        assignment.leave(type, worker);
    }

    private ConnectorMetadata metadata(ConnectorType type) {
        return new ConnectorMetadata(type, ConnectionFormMapper.toForm(type.displayName(),
                mapper.valueToTree(type.configSchema()), mapper.valueToTree(type.uiSchema())));
    }
}
