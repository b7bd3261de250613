package io.painchain.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.cluster.WatchedTargets;
import io.painchain.kubernetes.config.ClusterConfig;

/** What is granted is what is watched, and no more. */
class PermissionsTest {

    private static final Pattern GROUPS = Pattern.compile("apiGroups: \\[([^\\]]+)]");
    private static final Pattern RESOURCES = Pattern.compile("resources: \\[([^\\]]+)]");
    private static final Set<String> GRANTED_APART = Set.of("secrets");

    @Test
    void theManifestGrantsWhatIsWatched() throws IOException {
        String manifest = granted(Path.of("..", "k8s", "kubernetes-connector-rbac.yaml"));

        assertThat(names(RESOURCES, manifest)).isEqualTo(watched(ResourceType::plural));
        assertThat(names(GROUPS, manifest)).isEqualTo(watched(ResourceType::group));
    }

    @Test
    void theReadmeGrantsWhatIsWatched() throws IOException {
        String readme = granted(Path.of("README.md"));

        assertThat(names(RESOURCES, readme)).isEqualTo(watched(ResourceType::plural));
        assertThat(names(GROUPS, readme)).isEqualTo(watched(ResourceType::group));
    }

    /** Without what is only shown in a comment, which is all Secrets. */
    private static String granted(Path file) throws IOException {
        return String.join("\n", Files.readAllLines(file).stream().filter(line -> !line.strip().startsWith("#")).toList());
    }

    private static Set<String> names(Pattern list, String text) {
        Set<String> names = new TreeSet<>();
        for (Matcher matcher = list.matcher(text); matcher.find();) {
            Arrays.stream(matcher.group(1).split(",")).map(name -> name.strip().replace("\"", "")).forEach(names::add);
        }
        return names;
    }

    private static Set<String> watched(Function<ResourceType, String> what) {
        ClusterConfig all = ClusterConfig.parse(Map.of("clusterName", "prod", "secrets", true, "autoscaling", true), true);
        Set<String> names = new TreeSet<>();
        new WatchedTargets(all).all().keySet().stream().filter(target -> !GRANTED_APART.contains(target.type().plural()))
                .forEach(target -> names.add(what.apply(target.type())));
        return names;
    }
}
