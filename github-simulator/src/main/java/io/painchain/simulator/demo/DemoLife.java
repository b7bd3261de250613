package io.painchain.simulator.demo;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.painchain.simulator.world.World;

/** Lets a demo world live on by the world's clock. */
public final class DemoLife implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DemoLife.class.getName());

    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "demo-life");
        thread.setDaemon(true);
        return thread;
    });

    public static DemoLife start(World world, DemoWorld demo) {
        DemoLife life = new DemoLife();
        life.ticker.scheduleWithFixedDelay(() -> tick(world, demo), 1, 1, TimeUnit.SECONDS);
        return life;
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }

    /** An exception would end the ticking for good. */
    private static void tick(World world, DemoWorld demo) {
        try {
            demo.advanceTo(world.clock().instant());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The demo world stumbled", e);
        }
    }
}
