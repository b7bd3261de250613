package io.painchain.backend.person.discovery;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import io.painchain.backend.integration.IntegrationDirectory;

@Path("/api/integrations/{id}/people")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class PeopleReadingResource {

    private final PeopleReadings readings;
    private final IntegrationDirectory directory;

    PeopleReadingResource(PeopleReadings readings, IntegrationDirectory directory) {
        this.readings = readings;
        this.directory = directory;
    }

    @GET
    @Operation(operationId = "getPeopleReading", summary = "When the integration was last asked who changes things there, and what came of it")
    public PeopleReadingView show(@RestPath String id) {
        return readings.show(directory.require(id));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(202)
    @Operation(operationId = "requestPeople", summary = "Ask who changes things there now; without being asked that is done once a day")
    @APIResponse(responseCode = "202", description = "Queued; where that goes on already, once is enough")
    @APIResponse(responseCode = "409", description = "Its connector tells of no people, or the integration is disabled")
    public PeopleReadingView ask(@RestPath String id) {
        var integration = directory.require(id);
        readings.ask(integration);
        return readings.show(integration);
    }
}
