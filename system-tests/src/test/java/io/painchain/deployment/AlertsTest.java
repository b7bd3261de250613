package io.painchain.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

@SuppressWarnings("unchecked")
class AlertsTest {

    private static final Pattern METRIC = Pattern.compile("\\b(?:painchain|github)_[a-z_]+");

    @Test
    void watchesMetricsThatAreMeasured() {
        var names = ProjectFiles.namesInSources();

        List<String> metrics = rules().stream().map(rule -> (String) rule.get("expr"))
                .flatMap(expression -> METRIC.matcher(expression).results().map(MatchResult::group)).distinct().toList();

        assertThat(metrics).hasSizeGreaterThan(5).allSatisfy(metric -> assertThat(names)
                .containsAnyOf(metric.toUpperCase(Locale.ROOT),
                        metric.replaceFirst("_(total|seconds)$", "").toUpperCase(Locale.ROOT)));
    }

    @Test
    void saysWhatToDo() {
        assertThat(rules()).allSatisfy(rule -> {
            assertThat((Map<String, String>) rule.get("annotations")).containsKeys("summary", "description");
            assertThat((Map<String, String>) rule.get("labels")).containsKey("severity");
        });
    }

    private static List<Map<String, Object>> rules() {
        var groups = (List<Map<String, Object>>) ProjectFiles.strict()
                .unmarshal(ProjectFiles.read("docs/alerts.yaml"), Map.class).get("groups");
        return (List<Map<String, Object>>) groups.get(0).get("rules");
    }
}
