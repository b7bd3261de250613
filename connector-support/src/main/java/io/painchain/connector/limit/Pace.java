package io.painchain.connector.limit;

import java.util.concurrent.TimeUnit;

/** A steady pace with room for a burst, so that no minute exceeds the given number of requests. */
public final class Pace {

    private static final int BURST_SHARE = 6;

    private final double burst;
    private final double perNano;
    private final Waiting waiting;
    private double ready;
    private long countedAt;

    public Pace(int perMinute, Waiting waiting) {
        this.waiting = waiting;
        burst = Math.max(1, perMinute / (double) BURST_SHARE);
        perNano = (perMinute - burst) / TimeUnit.MINUTES.toNanos(1);
        ready = burst;
        countedAt = waiting.nanos();
    }

    public void await(int points) throws InterruptedException {
        long nanos = reserve(points);
        if (nanos > 0) {
            waiting.sleep(nanos);
        }
    }

    /** Books the next free places and returns the nanoseconds until the last of them. */
    public synchronized long reserve(int points) {
        long now = waiting.nanos();
        ready = Math.min(burst, ready + (now - countedAt) * perNano) - points;
        countedAt = now;
        return ready >= 0 ? 0 : (long) (-ready / perNano);
    }
}
