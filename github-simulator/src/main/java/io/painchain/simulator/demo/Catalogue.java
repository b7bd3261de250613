package io.painchain.simulator.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people at the company work on. */
final class Catalogue {

    /** A change worth a pull request. */
    record Change(String service, String title, String file, String body) {
    }

    /** Something that somebody reports. */
    record Report(String service, String title, String label) {
    }

    private final List<Change> changes = lines("changes.txt").stream()
            .map(parts -> new Change(parts[0], parts[1], parts[2], parts[3])).toList();
    private final List<Report> reports = lines("issues.txt").stream()
            .map(parts -> new Report(parts[0], parts[1], parts[2])).toList();

    List<Change> changes() {
        return changes;
    }

    List<Report> reports() {
        return reports;
    }

    private static List<String[]> lines(String resource) {
        try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(" \\| "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
