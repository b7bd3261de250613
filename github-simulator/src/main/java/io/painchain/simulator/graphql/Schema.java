package io.painchain.simulator.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import graphql.TypeResolutionEnvironment;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.painchain.simulator.graphql.connection.Connection;
import io.painchain.simulator.graphql.field.Accounts;
import io.painchain.simulator.graphql.field.In;
import io.painchain.simulator.graphql.field.PullFields;
import io.painchain.simulator.graphql.field.QueryFields;
import io.painchain.simulator.graphql.field.RefFields;
import io.painchain.simulator.graphql.field.RepositoryFields;
import io.painchain.simulator.graphql.field.Scalars;
import io.painchain.simulator.graphql.field.ThingFields;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.deployment.DeploymentStatus;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.release.Release;
import io.painchain.simulator.world.repository.Repository;

/** GitHub's schema, as far as it is declared in {@code schema.graphqls}, and how it is read. */
final class Schema {

    private static final String FILE = "/schema.graphqls";

    private Schema() {
    }

    /** The schema but for some fields, named as in {@code PullRequestReview.fullDatabaseId}. */
    static GraphQLSchema without(Set<String> fields) {
        TypeDefinitionRegistry types = parse();
        fields.forEach(field -> remove(types, field));
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        Scalars.all().forEach(wiring::scalar);
        Stream.of(QueryFields.all(), Accounts.all(), RepositoryFields.all(), RefFields.all(), PullFields.all(),
                ThingFields.all()).flatMap(all -> all).forEach(wiring::type);
        types.types().keySet().stream().filter(name -> name.endsWith("Connection"))
                .forEach(name -> wiring.type(name, type -> {
                    Connection.fetchers().forEach(type::dataFetcher);
                    return type;
                }));
        Stream.of("Node", "Actor", "GitObject", "RequestedReviewer")
                .forEach(name -> wiring.type(name, type -> type.typeResolver(Schema::resolve)));
        return new SchemaGenerator().makeExecutableSchema(types, wiring.build());
    }

    private static void remove(TypeDefinitionRegistry types, String field) {
        String[] parts = field.split("\\.", 2);
        if (parts.length < 2 || !(types.types().get(parts[0]) instanceof ObjectTypeDefinition type)) {
            throw new IllegalArgumentException("The schema has no type with the field " + field);
        }
        List<FieldDefinition> left = type.getFieldDefinitions().stream().filter(one -> !one.getName().equals(parts[1]))
                .toList();
        types.remove(type);
        types.add(type.transform(builder -> builder.fieldDefinitions(left)));
    }

    private static TypeDefinitionRegistry parse() {
        try (InputStream file = Schema.class.getResourceAsStream(FILE)) {
            return new SchemaParser().parse(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    private static GraphQLObjectType resolve(TypeResolutionEnvironment environment) {
        Object source = environment.getObject();
        return source instanceof Account account ? Accounts.type(environment, account)
                : environment.getSchema().getObjectType(name(source instanceof In<?> in ? in.thing() : source));
    }

    private static String name(Object thing) {
        return Stream.of(Repository.class, PullRequest.class, Issue.class, Release.class, Deployment.class,
                DeploymentStatus.class, Commit.class).filter(type -> type.isInstance(thing)).findFirst()
                .map(Class::getSimpleName).orElse("PullRequestReview");
    }
}
