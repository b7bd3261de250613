package io.painchain.kubernetes.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.kubernetes.projection.Digests;
import io.painchain.kubernetes.projection.TemplateFacts;

class DifferenceTest {

    private static final Digests DIGESTS = new Digests("key");
    private static final String BEFORE = """
            {"metadata":{"labels":{"pod-template-hash":"1","app":"api"}},
             "spec":{"containers":[{"name":"api","image":"acme/api:v1","args":["--a","secret"],
               "env":[{"name":"A","value":"1"},{"name":"B","valueFrom":{"secretKeyRef":{"name":"s","key":"k"}}}],
               "resources":{"limits":{"memory":"256Mi"}},"livenessProbe":{"periodSeconds":10},
               "volumeMounts":[{"name":"tmp","mountPath":"/tmp"}]}]}}""";

    private static TemplateDifference difference(String from, String to) throws IOException {
        return TemplateDifference.of(facts(BEFORE), facts(BEFORE.replace(from, to)));
    }

    private static TemplateFacts facts(String json) throws IOException {
        return TemplateFacts.of(new ObjectMapper().readTree(json), DIGESTS);
    }

    @Test
    void showsImagesAndResourcesAsTheyAre() throws IOException {
        assertThat(difference("acme/api:v1", "acme/api:v2").data()).containsOnly(
                Map.entry("images", List.of("api: acme/api:v1 → acme/api:v2")));
        assertThat(difference("256Mi", "512Mi").data()).containsOnly(
                Map.entry("resources", List.of("api.limits.memory: 256Mi → 512Mi")));
    }

    @Test
    void showsVariablesByNameAlone() throws IOException {
        assertThat(difference("\"value\":\"1\"", "\"value\":\"2\"").data())
                .containsOnly(Map.entry("env", Map.of("changed", List.of("api.A"))));
        assertThat(difference("\"key\":\"k\"", "\"key\":\"other\"").data())
                .containsOnly(Map.entry("env", Map.of("changed", List.of("api.B"))));
        assertThat(difference("\"name\":\"A\"", "\"name\":\"C\"").data())
                .containsOnly(Map.entry("env", Map.of("added", List.of("api.C"), "removed", List.of("api.A"))));
    }

    @Test
    void showsOfAllElseWhereItIs() throws IOException {
        assertThat(difference("\"secret\"]", "\"other\"]").data())
                .containsOnly(Map.entry("other_paths", List.of("spec.containers[api].args[1]")));
        assertThat(difference("periodSeconds\":10", "periodSeconds\":20").data())
                .containsOnly(Map.entry("probes", List.of("api.livenessProbe")));
        assertThat(difference("/tmp\"", "/var\"").data()).containsOnly(Map.entry("mounts", List.of("tmp")));
    }

    @Test
    void takesTheControllersLabelForNoChange() throws IOException {
        assertThat(difference("pod-template-hash\":\"1", "pod-template-hash\":\"2").data()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "acme/api:v1,acme/api,v1,", "host:5000/api,host:5000/api,,", "a/b@sha256:12,a/b,,sha256:12",
            "host:5000/a:t@sha256:12,host:5000/a,t,sha256:12" })
    void readsImageNames(String image, String repository, String tag, String digest) {
        assertThat(ImageName.parse(image)).isEqualTo(new ImageName(repository, tag, digest));
    }

    @ParameterizedTest
    @CsvSource({ "https://github.com/acme/api.git,main@sha1:", "git@gitlab.com:acme/api.git,''",
            "ssh://git@host:22/acme/api,HEAD/",
            "https://u:p@host/acme/api/,''" })
    void namesTheCommitAsOtherSystemsDo(String url, String prefix) {
        String sha = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";

        assertThat(SourceCommit.key(url, prefix + sha)).isEqualTo("commit:acme/api@" + sha);
        assertThat(SourceCommit.key(url, "main")).isNull();
    }
}
