package io.painchain.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** The files that tell others how to run PainChain, and what the sources say about the same. */
final class ProjectFiles {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern WORDS = Pattern.compile(
            "\"(_?[A-Za-z][A-Za-z0-9._-]*)\"|\\$\\{([A-Za-z][A-Za-z0-9._-]*)|^([a-z][a-z0-9._-]+)=",
            Pattern.MULTILINE);

    private ProjectFiles() {
    }

    static String read(String name) {
        try {
            return Files.readString(ROOT.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses fields that Kubernetes does not know. */
    static KubernetesSerialization strict() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.setAnnotationIntrospector(new JacksonAnnotationIntrospector() {

            private static final long serialVersionUID = 1L;

            @Override
            public Boolean hasAnySetter(Annotated annotated) {
                return Boolean.FALSE;
            }
        });
        KubernetesSerialization serialization = new KubernetesSerialization(mapper, true);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return serialization;
    }

    /** The modules that are connectors, by the name under which each registers. */
    static List<String> connectors() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.getFileName().toString()).filter(name -> name.endsWith("-connector"))
                    .filter(name -> Files.exists(ROOT.resolve(name).resolve("pom.xml")))
                    .map(name -> name.replaceFirst("-connector$", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All names in the sources' strings and settings, written as environment variables and metrics are: {@code A_B_C}. A metric
     * that all connectors have begins with its provider: {@code _repositories} is there once for each.
     */
    static Set<String> namesInSources() {
        Stream<String> modules = Stream.concat(Stream.of("backend", "connector-support"),
                connectors().stream().map(name -> name + "-connector"));
        return modules.map(module -> module + "/src/main")
                .flatMap(folder -> Stream.concat(files(folder, ".java").stream(), files(folder, ".properties").stream()))
                .flatMap(file -> WORDS.matcher(read(file.toString())).results().map(ProjectFiles::word))
                .flatMap(word -> word.startsWith("_") ? connectors().stream().map(name -> name + word) : Stream.of(word))
                .map(word -> word.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
    }

    private static String word(MatchResult match) {
        return Stream.of(1, 2, 3).map(match::group).filter(group -> group != null).findFirst().orElseThrow();
    }
}
