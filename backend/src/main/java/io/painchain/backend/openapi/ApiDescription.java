package io.painchain.backend.openapi;

import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme.Type;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Says once what holds for every operation: the tenant, the connector key, the problems. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String TENANT = "Tenant";
    private static final String PROBLEM_TYPE = "application/problem+json";
    private static final String PROBLEM = "Problem";
    private static final String CONNECTOR_KEY = "connectorKey";
    private static final String API_KEY = "apiKey";
    private static final String ACCESS_TOKEN = "accessToken";
    /** What only connectors call; the rest they may call with their key too. */
    private static final Set<String> CONNECTORS_ONLY = Set.of("registerConnector", "reportSync", "listCheckpoints",
            "listRejected", "setAside", "retryRejected", "leaseTasks", "reportTaskProgress", "reportTaskResult", "releaseTask",
            "leaveWork",
            "trackRateLimits");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        document.setComponents(components);
        describe(components);
        document.getPaths().getPathItems().entrySet().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .flatMap(path -> path.getValue().getOperations().values().stream())
                .forEach(ApiDescription::complete);
        RequiredAnswers.mark(document);
    }

    /** The constraints match whole texts, a schema's patterns any part of one. */
    @Override
    public Schema filterSchema(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern != null && !pattern.equals("\\S") && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        return schema;
    }

    private static void complete(Operation operation) {
        operation.addParameter(OASFactory.createParameter().ref(TENANT));
        for (var status : List.of("401", "403")) {
            operation.getResponses().removeAPIResponse(status);
        }
        operation.getResponses().getAPIResponses().values().forEach(ApiDescription::nameOurProblem);
        operation.getResponses().addAPIResponse("default", OASFactory.createAPIResponse().ref(PROBLEM));
        if (!CONNECTORS_ONLY.contains(operation.getOperationId())) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(API_KEY));
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(ACCESS_TOKEN));
        }
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(CONNECTOR_KEY));
    }

    private static void nameOurProblem(APIResponse response) {
        var body = response.getContent() == null ? null : response.getContent().getMediaType(PROBLEM_TYPE);
        if (body != null) {
            body.setSchema(OASFactory.createSchema().ref(PROBLEM));
        }
    }

    private static void describe(Components components) {
        components.addParameter(TENANT, OASFactory.createParameter().name("x-tenant-id").in(In.HEADER)
                .description("The tenant, case-sensitive; absent for the self-hosted one, never for all of them")
                .schema(text().pattern("^[A-Za-z0-9._-]{1,64}$")));
        components.addSecurityScheme(CONNECTOR_KEY, OASFactory.createSecurityScheme().type(Type.HTTP).scheme("bearer")
                .description("The connector key, in PainChain's data folder or PAINCHAIN_CONNECTOR_KEY"));
        components.addSecurityScheme(API_KEY, OASFactory.createSecurityScheme().type(Type.HTTP).scheme("bearer")
                .description("An API key (pck_…), where PAINCHAIN_AUTH has keys; its tenant is the request's"));
        components.addSecurityScheme(ACCESS_TOKEN, OASFactory.createSecurityScheme().type(Type.HTTP).scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of the OIDC provider, where PAINCHAIN_AUTH has oidc"));
        components.addSchema(PROBLEM, problem());
        components.addResponse(PROBLEM, response());
        // The extension's own descriptions, which lack the contract's members.
        List.of("HttpProblem", "HttpValidationProblem", "Violation").forEach(components::removeSchema);
    }

    private static APIResponse response() {
        return OASFactory.createAPIResponse().description("Something is wrong (RFC 9457)")
                .content(OASFactory.createContent().addMediaType(PROBLEM_TYPE,
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Schema problem() {
        var error = OASFactory.createSchema().addType(SchemaType.OBJECT)
                .addProperty("pointer", text().description("JSON Pointer into the body, or the name of a parameter or header"))
                .addProperty("detail", text());
        return OASFactory.createSchema().addType(SchemaType.OBJECT).required(List.of("type", "title", "status"))
                .addProperty("type", text().description("/problems/…"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text().description("A sentence for the caller"))
                .addProperty("instance", text())
                .addProperty("requestId", text().description("Finds the request in the log"))
                .addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(error)
                        .description("Everything wrong with the request at once"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
