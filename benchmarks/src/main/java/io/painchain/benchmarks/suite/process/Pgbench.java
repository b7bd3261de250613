package io.painchain.benchmarks.suite.process;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load program, where it is installed: a query as fast as the server can be asked. */
public final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");

    private Pgbench() {
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(java.nio.file.Path.of(folder,
                "pgbench")));
    }

    /** @return how often a second the query was answered, over so many connections */
    public static Optional<Double> rate(String database, String query, int connections, int seconds) throws Exception {
        if (!isInstalled()) {
            return Optional.empty();
        }
        var address = URI.create(database.substring("jdbc:".length()));
        var script = Files.createTempFile("painchain-bench-", ".sql");
        Files.writeString(script, query + ";\n");
        var builder = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-f", script.toString(), "-c",
                Integer.toString(connections), "-j", "2", "-T", Integer.toString(seconds), "-h", address.getHost(), "-p",
                Integer.toString(address.getPort()), "-U", "painchain", "painchain").redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", address.getQuery().replaceFirst(".*password=", ""));
        var output = output(builder);
        Files.delete(script);
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IOException("pgbench did not measure: " + output);
        }
        return Optional.of(Double.valueOf(rate.group(1)));
    }

    private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
