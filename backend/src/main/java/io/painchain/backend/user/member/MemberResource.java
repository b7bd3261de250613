package io.painchain.backend.user.member;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/members")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members", description = "Who belongs to the tenant")
public class MemberResource {

    private final MemberEditor editor;

    MemberResource(MemberEditor editor) {
        this.editor = editor;
    }

    @GET
    @Operation(operationId = "listMembers", summary = "The tenant's members by name, suspended ones too")
    public List<MemberView> list() {
        return editor.list();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "patchMember", summary = "Change a member's role, or suspend them; on all backends within seconds")
    public MemberView change(@RestPath String id, MemberRequest request) {
        return editor.change(id, request);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(operationId = "removeMember", summary = "Remove a member, on all backends within seconds")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@RestPath String id) {
        editor.remove(id);
    }

    @DELETE
    @Path("/{id}/sessions")
    @ResponseStatus(204)
    @Operation(operationId = "endMemberSessions", summary = "Sign a member out everywhere")
    @APIResponse(responseCode = "204", description = "Signed out")
    public void endSessions(@RestPath String id) {
        editor.endSessions(id);
    }
}
