package io.painchain.simulator.graphql.session;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import io.painchain.simulator.render.Links;
import io.painchain.simulator.world.repository.Repository;

/** A field that was asked for, with its arguments. */
public record Asked(DataFetchingEnvironment environment) {

    public Session session() {
        return environment.getGraphQlContext().get(Session.class);
    }

    public Links links() {
        return session().links();
    }

    /** Null where it was not given. */
    public <T> T argument(String name) {
        return environment.getArgument(name);
    }

    public boolean has(String name) {
        return environment.getArgument(name) != null;
    }

    /** Whether a list of names has this one; a list that was not given has all. */
    public boolean allows(String argument, String name) {
        List<String> wanted = argument(argument);
        return wanted == null || wanted.contains(name);
    }

    public boolean mayRead(Repository repository, Area area) {
        return session().viewer().mayRead(repository, area);
    }

    /** What fails for good in the other API is too much for this one, too. */
    public void requireDetail(Repository repository, String subPath) {
        if (session().details().withholds(repository, subPath)) {
            throw Refusal.tooMuch();
        }
    }

    public void require(Repository repository, Area area) {
        if (!mayRead(repository, area)) {
            throw Refusal.forbidden(session().viewer());
        }
    }
}
