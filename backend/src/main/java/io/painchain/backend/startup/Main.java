package io.painchain.backend.startup;

import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process: decides which database there is before Quarkus starts, and ends it after Quarkus. */
@QuarkusMain
public final class Main {

    private Main() {
    }

    public static void main(String... arguments) {
        try {
            run(arguments);
        } catch (StartupFailure e) {
            System.err.println("painchain: " + e.getMessage());
            System.exit(e.status().code());
        }
    }

    private static void run(String... arguments) {
        if (arguments.length > 0) {
            throw new StartupFailure(ExitStatus.USAGE, "Unknown command " + arguments[0] + ".");
        }
        Server.run();
    }
}
