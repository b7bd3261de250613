package io.painchain.backend.connect.credential;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.painchain.backend.integration.IntegrationDirectory;

@Path("/api/integrations/{id}/credential")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "integrations")
public class CredentialResource {

    private final Credentials credentials;
    private final IntegrationDirectory directory;

    CredentialResource(Credentials credentials, IntegrationDirectory directory) {
        this.credentials = credentials;
        this.directory = directory;
    }

    @GET
    @Operation(operationId = "getCredential", summary = "What the provider granted, where the integration was connected by agreeing there")
    @APIResponse(responseCode = "200", description = "Without the tokens")
    public CredentialView get(@RestPath String id) {
        return credentials.get(directory.require(id));
    }

    @DELETE
    @Operation(operationId = "disconnectIntegration", summary = "Take back at the provider what was granted, and delete the integration; its events stay")
    @APIResponse(responseCode = "200", description = "Revoked and deleted")
    @APIResponse(responseCode = "502", description = "The provider could not be asked; nothing is changed")
    @APIResponse(responseCode = "504", description = "No connector of the type answered within 10 s; nothing is changed")
    public Disconnected disconnect(@RestPath String id) {
        return credentials.disconnect(directory.require(id));
    }
}
