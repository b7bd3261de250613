package io.painchain.gitlab;

import org.jboss.logging.Logger;

import io.painchain.connector.process.ConnectorEnvironment;
import io.painchain.connector.process.ProcessSettings;
import io.painchain.gitlab.config.ConnectorSettings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public class Main implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Main.class);

    private final ConnectorLifecycle lifecycle;
    private final ConnectorEnvironment environment;
    private final ConnectorSettings.Environment own;

    Main(ConnectorLifecycle lifecycle, ConnectorEnvironment environment, ConnectorSettings.Environment own) {
        this.lifecycle = lifecycle;
        this.environment = environment;
        this.own = own;
    }

    @Override
    public int run(String... arguments) {
        try {
            lifecycle.start(ConnectorSettings.of(ProcessSettings.of(environment), own));
        } catch (IllegalArgumentException e) {
            LOG.error(e.getMessage());
            return 1;
        }
        Quarkus.waitForExit();
        return 0;
    }
}
