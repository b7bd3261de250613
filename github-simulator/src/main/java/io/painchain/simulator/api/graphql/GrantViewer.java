package io.painchain.simulator.api.graphql;

import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.graphql.session.Area;
import io.painchain.simulator.graphql.session.Viewer;
import io.painchain.simulator.world.repository.Repository;

/** Who asks by GraphQL, by what their token grants. */
record GrantViewer(TokenGrant grant) implements Viewer {

    @Override
    public String login() {
        return grant.login();
    }

    @Override
    public boolean sees(Repository repository) {
        return grant.sees(repository);
    }

    /** What anyone may read of a public repository needs no permission. */
    @Override
    public boolean mayRead(Repository repository, Area area) {
        return !repository.isPrivate() || grant.mayRead(Permission.valueOf(area.name()));
    }

    @Override
    public String refusal() {
        return grant.refusal();
    }
}
