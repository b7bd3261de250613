package io.painchain.simulator;

import java.time.Clock;
import java.util.logging.Logger;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.demo.DemoLife;
import io.painchain.simulator.demo.DemoWorld;
import io.painchain.simulator.option.Program;
import io.painchain.simulator.world.World;

/** Runs a simulator until the process is ended. */
public final class Main {

    private static final Logger LOG = Logger.getLogger(Main.class.getName());

    private Main() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        Program.run(() -> start(Options.parse(arguments, System.getenv())), Options.USAGE);
    }

    /** Only the token that everybody knows may be logged. */
    private static String shown(Options options) {
        return options.token().equals(SimulatorConfig.TOKEN) ? options.token() : "given";
    }

    private static Runnable start(Options options) {
        SimulatorConfig config = SimulatorConfig.of(Clock.systemUTC()).host(options.host()).port(options.port())
                .seed(options.seed()).token(TokenGrant.classic(options.token(), "octo-admin"));
        if (!options.enterprise().isEmpty()) {
            config = options.enterprise().equals(Options.GHE) ? config.ghe() : config.enterprise(options.enterprise());
        }
        GitHubSimulator simulator = GitHubSimulator.start(config, world -> found(world, options));
        LOG.info("GitHub simulator listening on " + simulator.uri());
        LOG.info("API for an integration: " + simulator.apiUri() + " with the token " + shown(options));
        return simulator::close;
    }

    private static void found(World world, Options options) {
        if (options.world().equals("demo")) {
            DemoLife.start(world, DemoWorld.in(world, options.seed()));
            LOG.info("The demo world lives: organisation acme, seed " + options.seed());
        }
    }
}
