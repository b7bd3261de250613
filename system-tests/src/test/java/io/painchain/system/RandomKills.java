package io.painchain.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** {@code kill -9} of a connector, of the backend or of both, again and again, and a new start after a while of either. */
final class RandomKills {

    private static final int LONGEST_MILLIS = 12_000;
    private static final int DOWN_MILLIS = 3_000;

    private final Installation installation;
    private final Supplier<PackagedProcess> start;
    private final Random random;
    private PackagedProcess connector;
    private int ofTheConnector;
    private int ofTheBackend;

    /** @param start starts the connector, while the backend is there */
    RandomKills(Installation installation, Supplier<PackagedProcess> start, long seed) {
        this.installation = installation;
        this.start = start;
        this.random = new Random(seed);
        this.connector = start.get();
    }

    /** One of each kind at least. */
    void goOn(Duration length) {
        var end = Instant.now().plus(length);
        int longest = (int) Math.min(LONGEST_MILLIS, length.toMillis() / 2);
        for (int round = 0; round < 3 || Instant.now().isBefore(end); round++) {
            pause(longest);
            kill(round < 3 ? round : random.nextInt(3));
        }
    }

    private void kill(int which) {
        if (which != 1) {
            connector.kill();
            ofTheConnector++;
        }
        if (which != 0) {
            installation.backend().kill();
            ofTheBackend++;
            pause(DOWN_MILLIS);
            installation.startBackend();
        }
        if (which != 1) {
            pause(DOWN_MILLIS);
            connector = start.get();
        }
    }

    private void pause(int longestMillis) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(longestMillis)).toNanos());
    }

    @Override
    public String toString() {
        return "%d kills of the connector, %d of the backend".formatted(ofTheConnector, ofTheBackend);
    }
}
