package io.painchain.github.github;

import java.util.concurrent.TimeUnit;

/** A steady pace with room for a burst, so that no minute sees more than the given number of requests. */
final class Pace {

    private static final int BURST_SHARE = 6;

    private final double burst;
    private final double perNano;
    private double ready;
    private long countedAt;

    Pace(int perMinute) {
        burst = Math.max(1, perMinute / (double) BURST_SHARE);
        perNano = (perMinute - burst) / TimeUnit.MINUTES.toNanos(1);
        ready = burst;
        countedAt = System.nanoTime();
    }

    void await() throws InterruptedException {
        long nanos = reserve();
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }

    /** Books the next free place and says how far away it is. */
    synchronized long reserve() {
        long now = System.nanoTime();
        ready = Math.min(burst, ready + (now - countedAt) * perNano) - 1;
        countedAt = now;
        return ready >= 0 ? 0 : (long) (-ready / perNano);
    }
}
