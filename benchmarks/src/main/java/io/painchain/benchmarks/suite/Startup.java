package io.painchain.benchmarks.suite;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.painchain.benchmarks.suite.measurement.Measurement;
import io.painchain.benchmarks.suite.process.BackendProcess;

/** How long the backend takes until it is ready, with the database it left; the JVM alone is its limit. */
final class Startup {

    private final Installation installation;

    Startup(Installation installation) {
        this.installation = installation;
    }

    List<Measurement> run(int number) throws Exception {
        installation.running();
        installation.stop();
        double jvm = emptyJvm();
        var backend = installation.running();
        return List.of(
                new Measurement("until ready, existing database", "s", backend.secondsToReady(), jvm, "java -version"),
                Measurement.alone("processor time until ready", "s", backend.processorSecondsToReady()),
                Measurement.alone("resident when ready", "MiB", backend.mebibytes("VmRSS")));
    }

    private static double emptyJvm() throws Exception {
        long start = System.nanoTime();
        var process = new ProcessBuilder(BackendProcess.java(), "-version").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        process.waitFor(1, TimeUnit.MINUTES);
        return (System.nanoTime() - start) / 1e9;
    }
}
