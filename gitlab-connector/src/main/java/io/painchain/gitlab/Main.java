package io.painchain.gitlab;

import org.jboss.logging.Logger;

import io.painchain.gitlab.config.ConnectorSettings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public class Main implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Main.class);

    private final ConnectorLifecycle lifecycle;
    private final ConnectorSettings.Environment environment;

    Main(ConnectorLifecycle lifecycle, ConnectorSettings.Environment environment) {
        this.lifecycle = lifecycle;
        this.environment = environment;
    }

    @Override
    public int run(String... arguments) {
        try {
            lifecycle.start(ConnectorSettings.of(environment));
        } catch (IllegalArgumentException e) {
            LOG.error(e.getMessage());
            return 1;
        }
        Quarkus.waitForExit();
        return 0;
    }
}
