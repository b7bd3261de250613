package io.painchain.deployment;

import java.util.List;
import java.util.stream.IntStream;

/** The Dockerfile, stage by stage. */
final class Images {

    static final List<String> LINES = ProjectFiles.read("Dockerfile").lines().toList();

    private Images() {
    }

    static List<String> stage(String name) {
        int start = LINES.indexOf(LINES.stream().filter(line -> line.matches("FROM .* AS " + name)).findFirst().orElseThrow());
        int end = IntStream.range(start + 1, LINES.size()).filter(index -> LINES.get(index).startsWith("FROM ")).findFirst()
                .orElse(LINES.size());
        return LINES.subList(start, end);
    }
}
