package io.painchain.github.connect;

import java.util.function.Supplier;

import io.painchain.github.config.IntegrationConfig;
import io.painchain.model.connect.ConnectOutput;

/** One of the ways that the metadata declares. */
interface Way {

    ConnectOutput begin(Asked asked);

    /** The answer to a step; for a code, whether it was entered. */
    ConnectOutput proceed(Asked asked);

    default ConnectOutput refresh(Asked asked) {
        throw Asked.refused("In this way there is no token to refresh");
    }

    /** {@code integration} throws where its configuration is unusable. */
    ConnectOutput revoke(Asked asked, Supplier<IntegrationConfig> integration);
}
