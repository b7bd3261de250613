package io.painchain.backend.user.invitation;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.problem.ProblemType;

@Path("/api/invitations")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class InvitationResource {

    private final InvitationEditor editor;
    private final InvitationAcceptance acceptance;
    private final AuthMode mode;

    InvitationResource(InvitationEditor editor, InvitationAcceptance acceptance, AuthMode mode) {
        this.editor = editor;
        this.acceptance = acceptance;
        this.mode = mode;
    }

    @GET
    @Operation(operationId = "listInvitations", summary = "Invitations that wait, newest first; 500 are the most")
    public List<InvitationView> list() {
        return editor.list();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createInvitation", summary = "Invite somebody for seven days; the token is in this answer and never again")
    @APIResponse(responseCode = "201", description = "Invited", content = @Content(schema = @Schema(implementation = CreatedInvitation.class)))
    public RestResponse<CreatedInvitation> create(InvitationRequest request) {
        requireCallers();
        var created = editor.create(request);
        return ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/invitations/" + created.stored().id()))
                .header("Cache-Control", "no-store").build();
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(operationId = "revokeInvitation", summary = "Take an invitation back")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@RestPath String id) {
        requireCallers();
        editor.revoke(id);
    }

    @POST
    @Path("/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "acceptInvitation", summary = "Become a member, as who signed in")
    public AcceptanceView accept(AcceptanceRequest request) {
        requireCallers();
        return acceptance.accept(request.token());
    }

    private void requireCallers() {
        if (mode == AuthMode.OPEN) {
            throw ProblemType.CONFLICT.problem("There are no members here: PAINCHAIN_AUTH is open.");
        }
    }
}
