package io.painchain.simulator.gitlab;

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
        GitLabConfig config = GitLabConfig.of(Clock.systemUTC()).at(options.host(), options.port()).seed(options.seed())
                .prefix(options.prefix()).token(options.token());
        GitLabSimulator simulator = GitLabSimulator.start(config);
        LOG.info("GitLab simulator listening on " + simulator.origin());
        LOG.info("URL for an integration: " + simulator.uri() + " with the token "
                + (options.token().equals(GitLabConfig.TOKEN) ? options.token() : "given"));
        return simulator::close;
    }
}
