package io.painchain.simulator.gitlab;

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
        GitLabConfig config = GitLabConfig.of(Clock.systemUTC()).at(options.host(), options.port()).seed(options.seed())
                .prefix(options.prefix()).token(options.token());
        CountDownLatch ended = new CountDownLatch(1);
        try (GitLabSimulator simulator = GitLabSimulator.start(config)) {
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
            LOG.info("GitLab simulator listening on " + simulator.origin());
            LOG.info("URL for an integration: " + simulator.uri() + " with the token "
                    + (options.token().equals(GitLabConfig.TOKEN) ? options.token() : "given"));
            ended.await();
        }
    }
}
