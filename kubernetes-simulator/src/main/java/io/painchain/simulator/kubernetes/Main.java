package io.painchain.simulator.kubernetes;

import java.time.Clock;
import java.util.logging.Logger;

import io.painchain.simulator.option.Program;

/** Runs a simulator until the process is ended. */
public final class Main {

    private static final Logger LOG = Logger.getLogger(Main.class.getName());

    private Main() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        Program.run(() -> start(Options.parse(arguments, System.getenv())), Options.USAGE);
    }

    private static Runnable start(Options options) {
        KubernetesConfig config = KubernetesConfig.of(Clock.systemUTC()).at(options.host(), options.port())
                .seed(options.seed()).token(options.token());
        KubernetesConfig chosen = options.tls() ? config.withTls() : config;
        KubernetesSimulator simulator = KubernetesSimulator.start(chosen);
        LOG.info("Kubernetes simulator listening on " + simulator.origin());
        LOG.info("API server for an integration: " + simulator.origin() + " with the token "
                + (options.token().equals(KubernetesConfig.TOKEN) ? options.token() : "given"));
        if (options.tls()) {
            LOG.info(Certificate.authority());
        }
        return simulator::close;
    }
}
