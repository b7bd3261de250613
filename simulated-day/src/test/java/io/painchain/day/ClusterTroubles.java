package io.painchain.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.kubernetes.KubernetesSimulator;
import io.painchain.simulator.kubernetes.api.WatchFault;

/** What goes wrong between cluster, connector and backend, each at its time. */
final class ClusterTroubles {

    private static final String ALL = "*";

    private final Deque<Trouble> ahead;

    /** What can only be done to the connector by who holds it. */
    interface Killing {

        void kill();

        void start();
    }

    private record Trouble(Instant at, Runnable play) {
    }

    ClusterTroubles(KubernetesSimulator cluster, Killing connector, Instant start, Duration length) {
        ahead = new ArrayDeque<>(Stream.of(
                at(start, length, 0.10, () -> cluster.api().watches().meet(ALL, WatchFault.CUT)),
                at(start, length, 0.17, () -> cluster.store().forget(null)),
                at(start, length, 0.25, () -> away(cluster)),
                at(start, length, 0.29, () -> cluster.faults().clear()),
                at(start, length, 0.36, () -> killed(connector)),
                at(start, length, 0.42, connector::kill), at(start, length, 0.46, connector::start),
                at(start, length, 0.52, () -> BackendLine.down(true)), at(start, length, 0.57, () -> BackendLine.down(false)),
                at(start, length, 0.63, () -> cluster.api().watches().meet(ALL, WatchFault.SILENCE)),
                at(start, length, 0.70, () -> cluster.faults().on("/watch/**", 40, Fault.status(410))),
                at(start, length, 0.76, connector::kill), at(start, length, 0.79, () -> forgotten(cluster, connector)))
                .sorted(Comparator.comparing(Trouble::at)).toList());
    }

    void advanceTo(Instant now) {
        while (!ahead.isEmpty() && !ahead.peek().at().isAfter(now)) {
            ahead.poll().play().run();
        }
    }

    private static void away(KubernetesSimulator cluster) {
        cluster.faults().forGood("/**", Fault.status(503));
        cluster.api().watches().meet(ALL, WatchFault.CLOSE);
    }

    private static void killed(Killing connector) {
        connector.kill();
        connector.start();
    }

    private static void forgotten(KubernetesSimulator cluster, Killing connector) {
        cluster.store().forget(null);
        connector.start();
    }

    private static Trouble at(Instant start, Duration length, double part, Runnable play) {
        return new Trouble(moment(start, length, part), play);
    }

    private static Instant moment(Instant start, Duration length, double part) {
        return start.plusSeconds((long) (length.toSeconds() * part));
    }
}
