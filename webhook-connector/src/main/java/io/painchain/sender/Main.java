package io.painchain.sender;

import org.jboss.logging.Logger;

import io.painchain.connector.process.ConnectorEnvironment;
import io.painchain.connector.process.ProcessSettings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public class Main implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Main.class);

    private final SenderLifecycle lifecycle;
    private final ConnectorEnvironment environment;

    Main(SenderLifecycle lifecycle, ConnectorEnvironment environment) {
        this.lifecycle = lifecycle;
        this.environment = environment;
    }

    @Override
    public int run(String... arguments) {
        try {
            lifecycle.start(ProcessSettings.of(environment));
        } catch (IllegalArgumentException e) {
            LOG.error(e.getMessage());
            return 1;
        }
        Quarkus.waitForExit();
        return 0;
    }
}
