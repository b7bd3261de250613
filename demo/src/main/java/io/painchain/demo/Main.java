package io.painchain.demo;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;

/** Runs the company until the process is ended. */
public final class Main {

    static {
        // One plain line for each message: the addresses are read by people and scripts.
        System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%6$s%n");
    }

    private static final Logger LOG = Logger.getLogger(Main.class.getName());

    private Main() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(Options.parse(arguments));
        } catch (IllegalArgumentException e) {
            LOG.severe(e.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
        } catch (UncheckedIOException e) {
            LOG.severe(e.getMessage() + ": " + e.getCause().getMessage());
            System.exit(3);
        }
    }

    private static void run(Options options) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (Company company = Company.found(options, Clock.systemUTC())) {
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
            company.live();
            LOG.info("GitHub at " + company.gitHub().enterpriseUri() + ", GitLab at " + company.gitLab().uri()
                    + ", cluster at " + company.kubernetes().origin());
            LOG.info("The company acme lives, seed " + options.seed());
            ended.await();
        }
    }
}
