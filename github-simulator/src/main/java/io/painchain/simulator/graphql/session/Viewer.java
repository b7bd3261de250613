package io.painchain.simulator.graphql.session;

import io.painchain.simulator.world.repository.Repository;

/** Who asks, and what they may see. */
public interface Viewer {

    String login();

    boolean sees(Repository repository);

    boolean mayRead(Repository repository, Area area);

    /** GitHub's words for what may not be read. */
    String refusal();
}
