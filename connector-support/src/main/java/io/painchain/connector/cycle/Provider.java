package io.painchain.connector.cycle;

import java.util.Set;

import io.painchain.model.integration.IntegrationView;

public interface Provider {

    String name();

    /** @param goOn throws where reading is to stop; a bad integration throws IllegalArgumentException for the user */
    SyncedIntegration open(IntegrationView integration, Runnable goOn);

    void keepOnly(Set<String> tokens);
}
