package io.painchain.connector.cycle;

import java.util.Set;

import io.painchain.model.integration.IntegrationView;

/** What a connector adds so that its integrations are polled. */
public interface Provider {

    String name();

    /**
     * @param goOn throws where nothing more is to be read
     * @throws IllegalArgumentException with a sentence for the user where the integration cannot be polled
     */
    SyncedIntegration open(IntegrationView integration, Runnable goOn);

    void keepOnly(Set<String> tokens);
}
