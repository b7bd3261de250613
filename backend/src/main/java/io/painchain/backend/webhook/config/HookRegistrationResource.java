package io.painchain.backend.webhook.config;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.painchain.model.task.HookInput.Action;
import io.painchain.model.task.HookOutput;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

@Path("/api/webhooks/configs/{id}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "webhooks")
public class HookRegistrationResource {

    private final HookRegistrations registrations;

    HookRegistrationResource(HookRegistrations registrations) {
        this.registrations = registrations;
    }

    @PUT
    @Path("/registration")
    @Blocking
    @Operation(operationId = "registerWebhook", summary = "Make the webhook at the provider, or change it to what is configured here")
    @APIResponse(responseCode = "200", description = "ok says whether it is there, message why not")
    @APIResponse(responseCode = "504", description = "No connector of the type answered within 10 s")
    public Uni<HookOutput> register(@RestPath String id) {
        return registrations.ask(id, Action.register);
    }

    @DELETE
    @Path("/registration")
    @Blocking
    @Operation(operationId = "unregisterWebhook", summary = "Remove the webhook at the provider")
    @APIResponse(responseCode = "200", description = "ok says whether it is gone, message why not")
    public Uni<HookOutput> remove(@RestPath String id) {
        return registrations.ask(id, Action.remove);
    }

    @POST
    @Path("/ping")
    @Blocking
    @Operation(operationId = "pingWebhook", summary = "Have the provider send a ping")
    @APIResponse(responseCode = "200", description = "ok says whether it was asked to")
    public Uni<HookOutput> ping(@RestPath String id) {
        return registrations.ask(id, Action.ping);
    }

    @POST
    @Path("/comparison")
    @Blocking
    @Operation(operationId = "compareWebhook", summary = "Compare what the provider delivered with what arrived, and have the missing sent again, ten at once")
    @APIResponse(responseCode = "200", description = "ok says that nothing is missing")
    public Uni<HookOutput> compare(@RestPath String id) {
        return registrations.ask(id, Action.compare);
    }
}
