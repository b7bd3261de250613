package io.painchain.simulator.kubernetes;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;

/** Runs a simulator until the process is ended. */
public final class Main {

    static {
        // One plain line for each message: the address is read by people and scripts.
        System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%6$s%n");
    }

    private static final Logger LOG = Logger.getLogger(Main.class.getName());

    private Main() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(Options.parse(arguments, System.getenv()));
        } catch (IllegalArgumentException e) {
            LOG.severe(e.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
        } catch (UncheckedIOException e) {
            LOG.severe(e.getMessage() + ": " + e.getCause().getMessage());
            System.exit(3);
        }
    }

    private static void run(Options options) throws InterruptedException {
        KubernetesConfig config = KubernetesConfig.of(Clock.systemUTC()).at(options.host(), options.port())
                .seed(options.seed()).token(options.token());
        KubernetesConfig chosen = options.tls() ? config.withTls() : config;
        CountDownLatch ended = new CountDownLatch(1);
        try (KubernetesSimulator simulator = KubernetesSimulator.start(chosen)) {
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
            LOG.info("Kubernetes simulator listening on " + simulator.origin());
            LOG.info("API server for an integration: " + simulator.origin() + " with the token "
                    + (options.token().equals(KubernetesConfig.TOKEN) ? options.token() : "given"));
            if (options.tls()) {
                LOG.info(Certificate.authority());
            }
            ended.await();
        }
    }
}
