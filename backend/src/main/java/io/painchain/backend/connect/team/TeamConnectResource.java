package io.painchain.backend.connect.team;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.painchain.backend.connect.ConnectFlowView;
import io.painchain.backend.connect.ConnectResource;
import io.painchain.backend.connect.Connects;
import io.painchain.backend.connect.credential.CredentialResource;
import io.painchain.backend.connect.credential.Disconnected;
import io.painchain.backend.tenant.CurrentTenant;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** {@code team} is the tenant; {@code ~} stands for the self-hosted one, or for that of whoever asks. */
@Path("/a/{team}/integrations")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations of a team")
public class TeamConnectResource {

    private final Connects connects;
    private final TeamIntegrations integrations;
    private final CredentialResource credentials;

    TeamConnectResource(Connects connects, TeamIntegrations integrations, CredentialResource credentials) {
        this.connects = connects;
        this.integrations = integrations;
        this.credentials = credentials;
    }

    @GET
    @Operation(operationId = "listTeamIntegrations", summary = "A team's integrations, how they fare and what was granted for them")
    public List<TeamIntegrationView> list(@RestPath String team) {
        return integrations.list();
    }

    @POST
    @Path("/{type}/connect")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "startTeamConnect", summary = "The same as POST /api/integrations/connect")
    @APIResponse(responseCode = "201", description = "Go on at url, or enter userCode there")
    public RestResponse<ConnectFlowView> start(@RestPath String team, @RestPath String type, TeamConnectRequest request,
            @RestHeader("Origin") @Parameter(hidden = true) String origin, UriInfo uri) {
        var body = request == null ? new TeamConnectRequest(null, null, null) : request;
        var view = connects.begin(body.of(type), ConnectResource.base(origin, uri));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(URI.create("/api/integrations/connect/" + view.id())).build();
    }

    @GET
    @Path("/{type}/connect/{id}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showTeamForm", summary = "The page that sends a browser on to the provider with a form")
    @APIResponse(responseCode = "200", description = "Sends itself, to the provider's origin only")
    public RestResponse<String> form(@RestPath String team, @RestPath String type, @RestPath String id) {
        return BrowserPages.form(connects.form(id));
    }

    @GET
    @Path("/{type}/callback")
    @Operation(operationId = "completeTeamConnect", summary = "Where the provider sends the browser back to: state, code and whatever else it says")
    @APIResponse(responseCode = "200", description = "Connected, or the next step")
    @APIResponse(responseCode = "303", description = "To a browser: on to the next step, or to the page that says how it went")
    @APIResponse(responseCode = "400", description = "Refused: the state is unknown, used, too old or another's, or the provider did not agree")
    public RestResponse<ConnectFlowView> complete(@RestPath String team, @RestPath String type,
            @RestHeader(HttpHeaders.ACCEPT) @Parameter(hidden = true) String accept, UriInfo uri) {
        boolean isBrowser = accept != null && accept.contains(MediaType.TEXT_HTML);
        try {
            var view = connects.answer(type, answer(uri));
            return isBrowser ? seeOther(view.leaves() ? view.url() : page(team, view.id(), ""))
                    : ResponseBuilder.ok(view).build();
        } catch (HttpProblem e) {
            if (!isBrowser || e.getStatusCode() != RestResponse.StatusCode.BAD_REQUEST) {
                throw e;
            }
            var flow = e.getParameters().get("flow");
            return seeOther(page(team, flow == null ? "none" : flow.toString(),
                    flow == null ? "why=" + e.getParameters().get("why") : ""));
        }
    }

    @DELETE
    @Path("/{type}/disconnect")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "disconnectTeam", summary = "Take back at the provider what was granted, and delete the integration; its events stay")
    public Disconnected disconnect(@RestPath String team, @RestPath String type, @RestQuery String integration) {
        return credentials.disconnect(integrations.require(type, integration).id());
    }

    /** Of a repeated parameter the first. */
    private static Map<String, String> answer(UriInfo uri) {
        var answer = new LinkedHashMap<String, String>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!values.isEmpty()) {
                answer.put(name, values.get(0));
            }
        });
        return answer;
    }

    private static RestResponse<ConnectFlowView> seeOther(String url) {
        return ResponseBuilder.<ConnectFlowView> create(RestResponse.Status.SEE_OTHER).location(URI.create(url))
                .header("Referrer-Policy", "no-referrer").header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Of the dashboard. */
    private static String page(String team, String flow, String query) {
        var tenant = team.equals(CurrentTenant.SELF_HOSTED) ? "" : "tenant=" + URLEncoder.encode(team, UTF_8);
        var both = tenant.isEmpty() || query.isEmpty() ? tenant + query : tenant + "&" + query;
        return "/integrations/connect/" + flow + (both.isEmpty() ? "" : "?" + both);
    }
}
