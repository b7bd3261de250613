package io.painchain.backend.person;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.backend.paging.NextLink;

@Path("/api/people")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "people", description = "Who changes things, as providers know them. Nothing is counted by person.")
public class PersonResource {

    private final PersonEditor editor;

    PersonResource(PersonEditor editor) {
        this.editor = editor;
    }

    @GET
    @Operation(operationId = "listPeople", summary = "People by name, those that left too")
    @APIResponse(responseCode = "200", description = "A page; Link rel=\"next\" where there is more")
    public RestResponse<List<PersonView>> list(@BeanParam PersonParameters parameters, UriInfo uri) {
        var page = editor.list(parameters.query());
        return NextLink.numbered(page.items(), page.next().map(Integer::valueOf).orElse(null), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPerson", summary = "A person with their accounts")
    public PersonView get(@RestPath String id) {
        return editor.get(id);
    }

    @PATCH
    @Path("/{id}")
    @Operation(operationId = "patchPerson", summary = "Name a person, or mark a bot")
    public PersonView change(@RestPath String id, PersonRequest request) {
        return editor.change(id, request);
    }

    @POST
    @Path("/{id}/merge")
    @Operation(operationId = "mergePerson", summary = "Take another person for the same one")
    public PersonView merge(@RestPath String id, SamePersonRequest request) {
        return editor.merge(id, request);
    }

    @DELETE
    @Path("/{id}/accounts/{account}")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "separateAccount", summary = "Make an account a person of its own again; the answer is that person")
    @APIResponse(responseCode = "409", description = "The person is made of nothing else")
    public PersonView separate(@RestPath String id, @RestPath String account) {
        return editor.separate(id, account);
    }
}
