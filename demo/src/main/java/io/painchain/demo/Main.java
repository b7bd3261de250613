package io.painchain.demo;

import java.time.Clock;
import java.util.logging.Logger;

import io.painchain.simulator.option.Program;

/** Runs the company until the process is ended. */
public final class Main {

    private static final Logger LOG = Logger.getLogger(Main.class.getName());

    private Main() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        Program.run(() -> start(Options.parse(arguments)), Options.USAGE);
    }

    private static Runnable start(Options options) {
        Company company = Company.found(options, Clock.systemUTC());
        company.live();
        LOG.info("GitHub at " + company.gitHub().enterpriseUri() + ", GitLab at " + company.gitLab().uri()
                + ", cluster at " + company.kubernetes().origin());
        LOG.info("The company acme lives, seed " + options.seed());
        return company::close;
    }
}
