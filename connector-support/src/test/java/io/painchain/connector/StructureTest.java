package io.painchain.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the sources of this module and of each connector, as far as class files do not show it. */
class StructureTest {

    private static final int CLASSES = 20;
    private static final int LINES = 250;
    /** But for the name under which a library is published. */
    private static final Pattern PROVIDER = Pattern.compile("(?i)(?<!import com\\.)github|gitlab|kubernetes");
    private static final Pattern CONNECTS = Pattern.compile(
            "HttpClient\\.new|openConnection|openStream|new Socket|SocketChannel|HttpClientFactory|createHttpClient|WebClient\\.");
    private static final Path OWN = Path.of("src/main/java");

    static Stream<Path> modules() throws IOException {
        List<Path> modules = new ArrayList<>(List.of(OWN));
        try (Stream<Path> siblings = Files.list(Path.of(".."))) {
            siblings.filter(module -> module.getFileName().toString().endsWith("-connector"))
                    .map(module -> module.resolve(OWN)).filter(Files::isDirectory).sorted().forEach(modules::add);
        }
        return modules.stream();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static boolean isClass(Path source) {
        return !source.endsWith("package-info.java");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void holdsSoFewClassesAPackageThatListingItShowsWhatItIs(Path module) throws IOException {
        assertThat(sources(module).stream().filter(StructureTest::isClass).map(Path::getParent).distinct()).isNotEmpty()
                .allSatisfy(folder -> assertThat(sources(folder).stream().filter(file -> file.getParent().equals(folder))
                        .filter(StructureTest::isClass)).as("%s", folder).hasSizeLessThanOrEqualTo(CLASSES));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void saysOfEachPackageWhatItIsFor(Path module) throws IOException {
        assertThat(sources(module).stream().map(Path::getParent).distinct()).isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void keepsClassesShortEnoughToBeReadAtOnce(Path module) throws IOException {
        assertThat(sources(module)).isNotEmpty()
                .allSatisfy(source -> assertThat(Files.readAllLines(source)).as("%s", source).hasSizeLessThanOrEqualTo(LINES));
    }

    /** Addresses come from users: what connects to them goes by way of Outbound. */
    @ParameterizedTest
    @MethodSource("modules")
    void opensNoConnectionPastOutbound(Path module) throws IOException {
        assertThat(sources(module)).isNotEmpty().allSatisfy(source -> assertThat(Files.readString(source)).as("%s", source)
                .satisfiesAnyOf(code -> assertThat(code).doesNotContainPattern(CONNECTS),
                        code -> assertThat(code).contains("outbound.check(", "outbound.proxy(")));
    }

    @Test
    void namesNoProviderNotEvenInAComment() throws IOException {
        assertThat(sources(OWN)).isNotEmpty()
                .allSatisfy(source -> assertThat(Files.readString(source)).as("%s", source).doesNotContainPattern(PROVIDER));
    }
}
