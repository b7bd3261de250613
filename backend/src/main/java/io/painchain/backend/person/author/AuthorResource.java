package io.painchain.backend.person.author;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/people")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class AuthorResource {

    private final AuthorEditor editor;

    AuthorResource(AuthorEditor editor) {
        this.editor = editor;
    }

    @GET
    @Path("/events")
    @Operation(operationId = "listEventPeople", summary = "Who events are of, where that is known")
    public List<EventPersonView> ofEvents(
            @RestQuery("event") @Parameter(description = "An event's id, up to 100 times") List<String> events) {
        return editor.ofEvents(events);
    }

    @GET
    @Path("/authors")
    @Operation(operationId = "listUnknownAuthors", summary = "Names on events of which nobody knows whose they are, those of the newest events first, at most 500")
    public List<AuthorView> unknown() {
        return editor.unknown();
    }

    @PUT
    @Path("/authors")
    @ResponseStatus(204)
    @Operation(operationId = "putAuthor", summary = "Say whose a name on events is")
    @APIResponse(responseCode = "204", description = "Kept; it holds for all events of that name, whatever an account says")
    public void choose(AuthorRequest request) {
        editor.choose(request);
    }

    @DELETE
    @Path("/authors")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(204)
    @Operation(operationId = "deleteAuthor", summary = "Say no more whose a name is")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public void forget(@RestQuery String connector, @RestQuery String author) {
        editor.forget(connector, author);
    }
}
