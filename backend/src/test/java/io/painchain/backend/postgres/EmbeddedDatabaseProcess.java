package io.painchain.backend.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.painchain.backend.datafolder.DataFolder;

/** A process with an embedded database in it, for tests that kill it. */
final class EmbeddedDatabaseProcess {

    private EmbeddedDatabaseProcess() {
    }

    static Process launch(Path folder, Path log) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(List.of(java, "-cp", System.getProperty("java.class.path"), "-Xmx64m",
                EmbeddedDatabaseProcess.class.getName(), folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    public static void main(String... arguments) throws InterruptedException {
        EmbeddedDatabase.start(DataFolder.at(Path.of(arguments[0])), PostgresResource.PROGRAMS);
        new CountDownLatch(1).await();
    }
}
