package io.painchain.simulator.graphql.session;

import io.painchain.simulator.world.repository.Repository;

/** Which details nobody gets, by their address below the repository in the other API. */
@FunctionalInterface
public interface Withholding {

    boolean withholds(Repository repository, String subPath);
}
