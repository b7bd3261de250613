package io.painchain.simulator.graphql.field;

import java.util.function.BiFunction;
import java.util.function.Function;

import graphql.schema.idl.TypeRuntimeWiring;
import io.painchain.simulator.graphql.session.Asked;
import io.painchain.simulator.world.account.Account;

/** Says how the fields of one type are read from its source. */
final class Fields<T> {

    private static final long LARGEST_INT = Integer.MAX_VALUE;

    private final TypeRuntimeWiring.Builder wiring;

    private Fields(String type) {
        wiring = TypeRuntimeWiring.newTypeWiring(type);
    }

    static <T> Fields<T> of(String type) {
        return new Fields<>(type);
    }

    Fields<T> field(String name, Function<T, ?> reader) {
        wiring.dataFetcher(name, environment -> known(reader.apply(environment.getSource())));
        return this;
    }

    Fields<T> asked(String name, BiFunction<T, Asked, ?> reader) {
        wiring.dataFetcher(name, environment -> reader.apply(environment.getSource(), new Asked(environment)));
        return this;
    }

    /** A deleted account is nobody. */
    private static Object known(Object value) {
        return value instanceof Account account && account.deleted() ? null : value;
    }

    TypeRuntimeWiring.Builder wiring() {
        return wiring;
    }

    /** GraphQL's Int has 32 bits; GitHub's numbers outgrew it. */
    static Integer asInt(long id) {
        return id > LARGEST_INT ? null : (Integer) (int) id;
    }
}
