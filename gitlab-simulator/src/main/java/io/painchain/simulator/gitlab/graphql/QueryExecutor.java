package io.painchain.simulator.gitlab.graphql;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.painchain.simulator.gitlab.render.Rendering;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.project.Project;

/** Runs queries. What is refused before it runs has no data at all; always with status 200. */
public final class QueryExecutor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 10_000;

    private final World world;
    private final GraphQLSchema schema;
    private final GraphQL graphQl;

    /** Who asks which kind of server; a query's complexity is at most {@code limit}. */
    public record Asker(String username, Predicate<Project> visible, Rendering rendering, String version,
            boolean enterprise, int limit) {
    }

    public QueryExecutor(World world) {
        this.world = world;
        RuntimeWiring wiring = Fields.wire(RuntimeWiring.newRuntimeWiring()).scalar(time()).build();
        schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(source()), wiring);
        graphQl = GraphQL.newGraphQL(schema).build();
    }

    public ObjectNode run(String body, Asker asker) {
        try {
            JsonNode asked = JSON.readTree(body);
            Map<String, Object> variables = asked.path("variables").isObject()
                    ? JSON.convertValue(asked.get("variables"), new TypeReference<>() {
                    })
                    : Map.of();
            return run(ExecutionInput.newExecutionInput().query(asked.path("query").asText())
                    .operationName(asked.path("operationName").textValue()).variables(variables).build(), asker);
        } catch (JsonProcessingException e) {
            return refusal("Unexpected end of document", null);
        }
    }

    private ObjectNode run(ExecutionInput input, Asker asker) {
        if (input.getQuery().length() > LONGEST) {
            return refusal("Query too large", null);
        }
        ParseAndValidateResult parsed = ParseAndValidate.parseAndValidate(schema, input);
        if (parsed.isFailure()) {
            return refusal(parsed.getErrors().get(0).getMessage(), code(parsed));
        }
        int score = Complexity.of(schema, parsed.getDocument(), input.getOperationName(), input.getVariables());
        if (score > asker.limit()) {
            return refusal("Query has complexity of " + score + ", which exceeds max complexity of " + asker.limit(), null);
        }
        Session session = new Session(world, asker.username(), asker.visible(), asker.rendering(), asker.version(),
                asker.enterprise(), score, asker.limit());
        ExecutionResult result = graphQl
                .execute(input.transform(one -> one.graphQLContext(Map.of(Fields.SESSION, session))));
        return JSON.valueToTree(result.toSpecification());
    }

    private static String code(ParseAndValidateResult parsed) {
        String message = parsed.getErrors().get(0).getMessage();
        if (message.contains("FieldUndefined")) {
            return "undefinedField";
        }
        return message.contains("UnknownArgument") ? "argumentNotAccepted" : null;
    }

    private static ObjectNode refusal(String message, String code) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode error = body.putArray("errors").addObject().put("message", message);
        if (code != null) {
            error.putObject("extensions").put("code", code);
        }
        return body;
    }

    private static String source() {
        try (var in = QueryExecutor.class.getResourceAsStream("/gitlab.graphqls");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[8_192];
            for (int read = reader.read(buffer); read > 0; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("The schema is missing", e);
        }
    }

    private static GraphQLScalarType time() {
        return GraphQLScalarType.newScalar().name("Time").coercing(new TimeText()).build();
    }

    /** Times are written as texts before they come here. */
    private static final class TimeText implements Coercing<String, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public String parseValue(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public String parseLiteral(Value<?> value, CoercedVariables variables,
                GraphQLContext context, Locale locale) {
            return ((StringValue) value).getValue();
        }
    }
}
