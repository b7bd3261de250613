package io.painchain.simulator;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.demo.DemoLife;
import io.painchain.simulator.demo.DemoWorld;
import io.painchain.simulator.world.World;

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

    /** Only the token that everybody knows may be logged. */
    private static String shown(Options options) {
        return options.token().equals(SimulatorConfig.TOKEN) ? options.token() : "given";
    }

    private static void run(Options options) throws InterruptedException {
        SimulatorConfig config = SimulatorConfig.of(Clock.systemUTC()).host(options.host()).port(options.port())
                .seed(options.seed()).token(TokenGrant.classic(options.token(), "octo-admin"));
        if (!options.enterprise().isEmpty()) {
            config = options.enterprise().equals(Options.GHE) ? config.ghe() : config.enterprise(options.enterprise());
        }
        CountDownLatch ended = new CountDownLatch(1);
        try (GitHubSimulator simulator = GitHubSimulator.start(config, world -> found(world, options))) {
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
            LOG.info("GitHub simulator listening on " + simulator.uri());
            LOG.info("API for an integration: " + simulator.apiUri() + " with the token " + shown(options));
            ended.await();
        }
    }

    private static void found(World world, Options options) {
        if (options.world().equals("demo")) {
            DemoLife.start(world, DemoWorld.in(world, options.seed()));
            LOG.info("The demo world lives: organisation acme, seed " + options.seed());
        }
    }
}
