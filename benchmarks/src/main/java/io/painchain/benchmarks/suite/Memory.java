package io.painchain.benchmarks.suite;

import java.util.List;

import io.painchain.benchmarks.suite.measurement.Measurement;

/** What the backend's process takes while it ingests as fast as it can. */
final class Memory {

    private final Installation installation;
    private final Writes writes;

    Memory(Installation installation, Writes writes) {
        this.installation = installation;
        this.writes = writes;
    }

    /** A new process each time, as the peak is one of its whole life. */
    List<Measurement> run(int number) throws Exception {
        installation.stop();
        double ready = installation.running().mebibytes("VmRSS");
        writes.posted("memory-" + number);
        return List.of(
                new Measurement("resident after full ingest", "MiB", installation.running().mebibytes("VmRSS"), ready,
                        "when ready"),
                new Measurement("most at any time", "MiB", installation.running().mebibytes("VmHWM"), ready, "when ready"));
    }
}
