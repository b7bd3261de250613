package io.painchain.simulator.graphql.field;

import io.painchain.simulator.world.repository.Repository;

/** Something and the repository that it is in. */
public record In<T>(Repository repository, T thing) {
}
