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

    private static final Pattern METRIC = Pattern.compile("\\bpainchain_[a-z_]+|\\[a-z\\]\\+_[a-z_]+");

    @Test
    void watchesMetricsThatAreMeasured() {
        var names = ProjectFiles.namesInSources();

        List<String> metrics = rules().stream().map(rule -> (String) rule.get("expr"))
                .flatMap(expression -> METRIC.matcher(expression).results().map(MatchResult::group)).distinct().toList();

        assertThat(metrics).hasSizeGreaterThan(8).allSatisfy(metric -> assertThat(names)
                .containsAnyOf(named(metric), named(metric.replaceFirst("_(total|seconds)$", ""))));
    }

    /** What a rule asks of every provider, GitHub's connector has. */
    private static String named(String metric) {
        return metric.replace("[a-z]+_", "github_").toUpperCase(Locale.ROOT);
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
