package io.painchain.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class GrafanaTest {

    private static final Pattern METRIC = Pattern.compile("\\b(?:painchain|github|kubernetes|cache|repository)_[a-z_]+");

    /** The names by which operators know them. */
    private static final List<String> EXPECTED = List.of("github_api_requests_total", "github_api_request_duration_seconds_sum",
            "github_api_rate_limit_remaining", "github_api_rate_limit_limit", "github_api_errors_total", "cache_hits_total",
            "cache_misses_total", "repository_sync_total", "repository_sync_duration_seconds_sum",
            "kubernetes_watch_changes_total", "kubernetes_watch_losses_total");

    @Test
    void showsMetricsThatAreMeasured() throws Exception {
        var names = ProjectFiles.namesInSources();

        List<String> metrics = expressions().stream()
                .flatMap(expression -> METRIC.matcher(expression).results().map(MatchResult::group)).distinct().toList();

        assertThat(metrics).containsAll(EXPECTED).allSatisfy(metric -> {
            var counted = metric.replaceFirst("_(total|sum|count|bucket)$", "").toUpperCase(Locale.ROOT);
            assertThat(names).as(metric).containsAnyOf(counted, counted.replaceFirst("_SECONDS$", ""));
        });
    }

    @Test
    void givesEveryPanelItsPlace() throws Exception {
        var places = panels().stream().map(panel -> panel.path("gridPos").path("x") + "," + panel.path("gridPos").path("y"))
                .toList();

        assertThat(places).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    @Test
    void offersEachConnectorThatPolls() throws Exception {
        var dashboard = new ObjectMapper().readTree(ProjectFiles.read("docs/grafana/connectors.json"));
        var choices = dashboard.path("templating").path("list").findParents("query").stream()
                .filter(variable -> variable.path("name").asText().equals("connector")).findFirst().orElseThrow();

        assertThat(choices.path("query").asText().split(",")).containsAll(
                ProjectFiles.connectors().stream().filter(name -> !name.equals("webhook")).toList());
    }

    private static List<JsonNode> panels() throws Exception {
        var dashboard = new ObjectMapper().readTree(ProjectFiles.read("docs/grafana/connectors.json"));
        return StreamSupport.stream(dashboard.path("panels").spliterator(), false)
                .filter(panel -> !panel.path("type").asText().equals("row")).toList();
    }

    private static List<String> expressions() throws Exception {
        return panels().stream().flatMap(panel -> panel.findValuesAsText("expr").stream())
                .map(expression -> expression.replace("${connector}", "github")).toList();
    }
}
