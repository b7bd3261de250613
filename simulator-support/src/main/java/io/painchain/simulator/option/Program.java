package io.painchain.simulator.option;

import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** A simulator as a process, until somebody ends it. */
public final class Program {

    static {
        // One plain line for each message: the address is read by people and scripts.
        System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%6$s%n");
    }

    private static final Logger LOG = Logger.getLogger(Program.class.getName());
    private static final int WRONG_OPTIONS = 2;
    private static final int CANNOT_LISTEN = 3;

    private Program() {
    }

    /**
     * @param start starts it, says where it is, and returns what closes it; throws IllegalArgumentException for wrong options
     */
    public static void run(Supplier<Runnable> start, String usage) throws InterruptedException {
        try {
            Runnable close = start.get();
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
            ended.await();
            close.run();
        } catch (IllegalArgumentException e) {
            LOG.severe(e.getMessage() + "\n" + usage);
            System.exit(WRONG_OPTIONS);
        } catch (UncheckedIOException e) {
            LOG.severe(e.getMessage() + ": " + e.getCause().getMessage());
            System.exit(CANNOT_LISTEN);
        }
    }
}
