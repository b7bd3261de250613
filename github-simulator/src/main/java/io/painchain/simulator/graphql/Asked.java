package io.painchain.simulator.graphql;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import io.painchain.simulator.render.Links;
import io.painchain.simulator.world.Repository;

/** A field that was asked for, with its arguments. */
record Asked(DataFetchingEnvironment environment) {

    Session session() {
        return environment.getGraphQlContext().get(Session.class);
    }

    Links links() {
        return session().links();
    }

    /** Null where it was not given. */
    <T> T argument(String name) {
        return environment.getArgument(name);
    }

    boolean has(String name) {
        return environment.getArgument(name) != null;
    }

    /** Whether a list of names has this one; a list that was not given has all. */
    boolean allows(String argument, String name) {
        List<String> wanted = argument(argument);
        return wanted == null || wanted.contains(name);
    }

    boolean mayRead(Repository repository, Area area) {
        return session().viewer().mayRead(repository, area);
    }

    void require(Repository repository, Area area) {
        if (!mayRead(repository, area)) {
            throw Refusal.forbidden(session().viewer());
        }
    }
}
