package io.painchain.backend.visibility;

import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import com.fasterxml.jackson.databind.JsonNode;

@Path("/api/field-visibility")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "field visibility", description = "Which fields of events a tenant wants to see")
public class FieldVisibilityResource {

    private final FieldVisibility visibility;

    FieldVisibilityResource(FieldVisibility visibility) {
        this.visibility = visibility;
    }

    @GET
    @Operation(operationId = "getFieldVisibility", summary = "What differs from the connectors' defaults: by connector, event type and field")
    public Map<String, Map<String, Map<String, Boolean>>> get() {
        return visibility.differences();
    }

    @PUT
    @Path("/{connector}/{type}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putFieldVisibility", summary = "Show or hide fields of a type of events; null is the default again, what is not named stays")
    public Map<String, Boolean> put(@RestPath String connector, @RestPath String type,
            @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT, description = "{field: true|false|null}"))) JsonNode changes) {
        return visibility.change(connector, type, changes);
    }
}
