package io.painchain.backend.deployment.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.painchain.backend.csv.CsvLines;
import io.painchain.backend.deployment.metric.DeliveryView.DeliveryFigures;
import io.painchain.backend.deployment.metric.DeliveryView.Durations;
import io.painchain.backend.deployment.metric.DeliveryView.Excluded;
import io.painchain.backend.deployment.metric.DeliveryView.Rate;

/** A line for each figure of each week. */
final class CsvFigureMapper {

    private static final CsvLines LINES = new CsvLines(List.of("service", "environment", "week", "figure", "n", "count",
            "share", "median_seconds", "p90_seconds", "excluded", "coverage"));

    private CsvFigureMapper() {
    }

    static String toCsv(DeliveryView view) {
        var file = new StringBuilder(LINES.header());
        view.weeks().forEach(week -> lines(view, week.start().toString().substring(0, 10), week.figures())
                .forEach(file::append));
        lines(view, "total", view.total()).forEach(file::append);
        return file.toString();
    }

    private static List<String> lines(DeliveryView view, String week, DeliveryFigures figures) {
        var place = new String[] { view.service(), view.environment(), week };
        var lines = new ArrayList<List<String>>();
        lines.add(row("deployments", figures.deployments().n(), null, null, null, null, figures.deployments().excluded()));
        lines.add(row("lead_time", figures.leadTime()));
        lines.add(row("change_fail_rate", figures.changeFailRate()));
        lines.add(row("recovery", figures.recovery()));
        lines.add(row("rework_rate", figures.rework()));
        lines.add(row("coding", figures.coding()));
        lines.add(row("pickup", figures.pickup()));
        lines.add(row("review", figures.review()));
        lines.add(row("deploy", figures.deploy()));
        return lines.stream().map(line -> LINES.line(Stream.of(Stream.of(place), line.stream(),
                Stream.of(view.coverage().verdict())).flatMap(part -> part))).toList();
    }

    private static List<String> row(String name, Durations figure) {
        return row(name, figure.n(), null, null, figure.median(), figure.p90(), figure.excluded());
    }

    private static List<String> row(String name, Rate figure) {
        return row(name, figure.n(), figure.count(), figure.share(), null, null, figure.excluded());
    }

    private static List<String> row(String name, Object n, Object count, Object share, Object median, Object p90,
            List<Excluded> excluded) {
        return Stream.of(name, n, count, share, median, p90).map(value -> Objects.toString(value, null))
                .collect(Collectors.collectingAndThen(Collectors.toList(), cells -> {
                    cells.add(excluded.stream().map(one -> one.count() + " " + one.sentence())
                            .collect(Collectors.joining("\n")));
                    return cells;
                }));
    }
}
