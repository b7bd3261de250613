package io.painchain.simulator.graphql.field;

import java.util.List;
import java.util.stream.Stream;

import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.TypeRuntimeWiring;
import io.painchain.simulator.graphql.connection.Connection;
import io.painchain.simulator.graphql.session.Asked;
import io.painchain.simulator.graphql.session.Session;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.repository.Repository;

/** Users, bots and organisations; deleted ones are null, or ghost where there must be somebody. */
public final class Accounts {

    private Accounts() {
    }

    public static Stream<TypeRuntimeWiring.Builder> all() {
        return Stream.of(fields("User", "U").asked("repositories", Accounts::repositories).wiring(),
                fields("Bot", "BOT").wiring(), fields("Organization", "O").wiring());
    }

    static Account orGhost(Asked asked, Account account) {
        return account.deleted() ? asked.session().world().account("ghost") : account;
    }

    public static GraphQLObjectType type(TypeResolutionEnvironment environment, Account account) {
        return environment.getSchema().getObjectType(account.kind().wireName());
    }

    private static Fields<Account> fields(String type, String prefix) {
        return Fields.<Account> of(type).field("id", account -> NodeIds.of(prefix, account.id()))
                .field("databaseId", account -> Fields.asInt(account.id())).field("login", Account::login)
                .field("name", Account::name)
                .asked("url", (account, asked) -> asked.links().html(account));
    }

    /** What the viewer sees. */
    private static Object repositories(Account account, Asked asked) {
        Session session = asked.session();
        List<Repository> seen = session.world().repositories().stream().filter(session.viewer()::sees).toList();
        return Connection.of(RepositoryFields.order(seen, asked.argument("orderBy")), asked,
                repository -> repository);
    }
}
