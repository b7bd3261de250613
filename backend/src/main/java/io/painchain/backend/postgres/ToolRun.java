package io.painchain.backend.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Output goes to a file: a pipe would stay open as long as the server runs. */
record ToolRun(int exitCode, String output) {

    static ToolRun of(List<String> command, Path outputFile) {
        return begin(command, outputFile).await();
    }

    static Pending begin(List<String> command, Path outputFile) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(outputFile.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("PG"));
        builder.environment().put("LANG", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new Pending(process, outputFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean failed() {
        return exitCode != 0;
    }

    record Pending(Process process, Path outputFile) {

        ToolRun await() {
            try {
                int exitCode = process.waitFor();
                return new ToolRun(exitCode, Files.readString(outputFile, StandardCharsets.ISO_8859_1).strip());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for process " + process.pid(), e);
            }
        }
    }
}
