package io.painchain.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * {@code kill -9} of a connector, of the backend or of both, again and again, and a new start after a while of either. Where it
 * is asked for, also of one of PostgreSQL's processes, which its server survives, and of all of them, which takes the backend
 * with it.
 */
final class RandomKills {

    private static final int LONGEST_MILLIS = 12_000;
    private static final int DOWN_MILLIS = 3_000;
    private static final Duration LOADED = Duration.ofSeconds(3);

    private final Installation installation;
    private final Supplier<PackagedProcess> start;
    private final Random random;
    private PackagedProcess connector;
    private int ofTheConnector;
    private int ofTheBackend;
    private int ofTheDatabase;
    private int kinds = 3;

    /** @param start starts the connector, while the backend is there */
    RandomKills(Installation installation, Supplier<PackagedProcess> start, long seed) {
        this.installation = installation;
        this.start = start;
        this.random = new Random(seed);
        this.connector = start.get();
    }

    RandomKills andOfTheDatabase() {
        kinds = 5;
        return this;
    }

    /** One of each kind at least. */
    void goOn(Duration length) {
        var end = Instant.now().plus(length);
        int longest = (int) Math.min(LONGEST_MILLIS, length.toMillis() / 2);
        for (int round = 0; round < kinds || Instant.now().isBefore(end); round++) {
            pause(longest);
            kill(round < kinds ? round : random.nextInt(kinds));
        }
    }

    /** Backend, connector and all of PostgreSQL at once, after some seconds of load and before some more. */
    void killAllOnce() {
        LockSupport.parkNanos(LOADED.toNanos());
        connector.kill();
        ofTheConnector++;
        killDatabase(true);
        ofTheBackend++;
        connector = start.get();
        LockSupport.parkNanos(LOADED.toNanos());
    }

    private void kill(int which) {
        if (which > 2) {
            killDatabase(which == 4);
            return;
        }
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

    private void killDatabase(boolean whole) {
        ofTheDatabase++;
        var server = ProcessHandle.of(installation.databaseServer()).orElseThrow();
        var processes = server.children().toList();
        if (!whole) {
            processes.get(random.nextInt(processes.size())).destroyForcibly();
            return;
        }
        server.destroyForcibly();
        processes.forEach(ProcessHandle::destroyForcibly);
        pause(DOWN_MILLIS);
        installation.backend().kill();
        installation.startBackend();
    }

    private void pause(int longestMillis) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(longestMillis)).toNanos());
    }

    @Override
    public String toString() {
        return "%d kills of the connector, %d of the backend, %d of the database".formatted(ofTheConnector, ofTheBackend,
                ofTheDatabase);
    }
}
