package io.painchain.simulator.graphql;

import io.painchain.simulator.world.Repository;

/** Something and the repository that it is in. */
record In<T>(Repository repository, T thing) {
}
