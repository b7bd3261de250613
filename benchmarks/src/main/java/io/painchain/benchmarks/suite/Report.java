package io.painchain.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.benchmarks.suite.measurement.Figure;
import io.painchain.benchmarks.suite.measurement.Measurement;
import io.painchain.benchmarks.suite.measurement.Spread;

/** All figures as a Markdown table, which documents take as it is, and as JSON. */
record Report(Map<String, String> facts, List<Figure> figures) {

    private static final int PERCENT = 100;

    String table() {
        var text = new StringBuilder();
        facts.forEach((name, value) -> text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append("\n| benchmark | figure | PainChain | beside it | of that |\n|---|---|---|---|---|\n");
        figures.forEach(figure -> text.append(line(figure)).append('\n'));
        return text.toString();
    }

    private static String line(Figure figure) {
        var first = figure.first();
        var beside = first.hasLimit() ? first.limitOf() + ": " + figure.limits() : "";
        var share = first.hasLimit() ? share(first.isRate(), figure.ratios()) : "";
        return "| `%s` | %s | %s %s | %s | %s |".formatted(figure.benchmark(), first.what(), figure.values(), first.unit(),
                beside,
                share);
    }

    private static String share(boolean isRate, Spread ratios) {
        return isRate ? ratios.times(PERCENT) + " %" : ratios + " times";
    }

    void writeTo(Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        Files.writeString(file, Json.of(Map.of("facts", facts, "figures", figures.stream().map(Report::json).toList())) + "\n");
    }

    private static Map<String, Object> json(Figure figure) {
        var json = new LinkedHashMap<String, Object>();
        json.put("benchmark", figure.benchmark());
        json.put("figure", figure.first().what());
        json.put("unit", figure.first().unit());
        json.put("runs", figure.runs().stream().map(Measurement::value).toList());
        json.put("median", figure.values().median());
        if (figure.first().hasLimit()) {
            json.put("limitOf", figure.first().limitOf());
            json.put("limits", figure.runs().stream().map(Measurement::limit).toList());
            json.put("limitMedian", figure.limits().median());
            json.put("ratioMedian", figure.ratios().median());
        }
        return json;
    }
}
