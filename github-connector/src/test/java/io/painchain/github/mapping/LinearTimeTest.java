package io.painchain.github.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.git.Commit;

/** Twice as long a text takes twice as long, whatever a stranger wrote into it. */
class LinearTimeTest {

    /** What a stranger may fill a field with; each is repeated as often as it takes. */
    private static final List<String> SHAPES = List.of("\n", "\r\n", " ", "\t", " \n", "a", "revert ", "revert\n",
            "Reverts #1\n",
            "reverts  ", "This reverts commit ", "(", "[", "((", "\"", "'", "`", "```\n", "<", "<>;", ">", "* ", "\uD83D\uDE00",
            "\uD800", "e\u0301", "\u0301", "\0", "\u001b[31m", "1", "1.", "a1", "/", "a/", "#1 ", "#", "hot-", "hotfix", "-",
            "\u202E", "\u202E\u2069", "\u2067\u202C", "\u2069", "refs/tags/v1.", "/actions/runs/", "/pr-1-", "=", ";", ",", ":",
            "\\", "&page=", "-----BEGIN PRIVATE KEY-----");
    private static final Pattern IN_PLACE = Pattern
            .compile(
                    "\\.(?:matches|split|replace(?:All|First)(?=\\(\\s*\"(?:[^\"\\\\]|\\\\.)++\"\\s*,))\\(\\s*\"((?:[^\"\\\\]|\\\\.)++)\"");
    private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)\\\\u+([0-9a-fA-F]{4})");
    /** Of the processor's time, which other work on the machine does not count towards. */
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(250);
    private static final List<String> BEGINNINGS = List.of("", "revert", "reverts ", "https://", "1.", "<x>;",
            "gh-readonly-queue/",
            "-----BEGIN PRIVATE KEY-----", "1+a@users.noreply.");
    private static final Set<String> WRITTEN = Set.of("title", "body", "message", "name", "display_title", "description", "ref",
            "filename", "environment", "login", "head_branch", "tag_name", "label", "path", "log_url", "url", "html_url");

    /** Counts how often a character is looked at, which does not depend on the machine. */
    private static final class Counted implements CharSequence {

        private final String text;
        private final long[] looks;

        Counted(String text, long[] looks) {
            this.text = text;
            this.looks = looks;
        }

        @Override
        public char charAt(int index) {
            looks[0]++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), looks);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Map<String, Pattern> patterns() throws IOException, URISyntaxException {
        Map<String, Pattern> patterns = new TreeMap<>();
        for (Class<?> known : List.of(Text.class, WorkflowRunMapper.class)) {
            Path classes = Path.of(known.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(classes)) {
                try (Stream<Path> files = Files.walk(classes)) {
                    files.map(file -> classes.relativize(file).toString())
                            .filter(name -> name.startsWith("io/painchain/") && name.endsWith(".class"))
                            .forEach(name -> addPatterns(name.replace('/', '.').substring(0, name.length() - 6), patterns));
                }
            }
        }
        for (Path module : List.of(Path.of("src/main/java"), Path.of("../connector-support/src/main/java"))) {
            addWrittenInPlace(module, patterns);
        }
        return patterns;
    }

    /** Patterns that are no constants but stand where they are used. */
    private static void addWrittenInPlace(Path module, Map<String, Pattern> patterns) throws IOException {
        try (Stream<Path> sources = Files.walk(module)) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher use = IN_PLACE.matcher(Files.readString(source));
                while (use.find()) {
                    String expression = literal(use.group(1));
                    patterns.put(source.getFileName() + " " + expression, Pattern.compile(expression));
                }
            }
        }
    }

    private static String literal(String written) {
        return UNICODE.matcher(written)
                .replaceAll(match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))))
                .translateEscapes();
    }

    private static void addPatterns(String name, Map<String, Pattern> patterns) {
        try {
            Class<?> type = Class.forName(name, false, LinearTimeTest.class.getClassLoader());
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class) {
                    field.setAccessible(true);
                    patterns.put(type.getSimpleName() + "." + field.getName(), (Pattern) field.get(null));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static String text(String beginning, String shape, int length) {
        return beginning + shape.repeat(length / shape.length()) + "!";
    }

    private static long looks(Consumer<CharSequence> use, String text) {
        long[] looks = new long[1];
        use.accept(new Counted(text, looks));
        return looks[0];
    }

    private static void findAll(Pattern pattern, CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            assertThat(matcher.end()).isGreaterThanOrEqualTo(matcher.start());
        }
    }

    @Test
    void looksAtEachCharacterAFewTimesInEveryPattern() throws Exception {
        Map<String, Pattern> patterns = patterns();
        Map<String, String> slow = new LinkedHashMap<>();
        patterns.forEach((name, pattern) -> {
            Map<String, Consumer<CharSequence>> uses = Map.of("find", text -> findAll(pattern, text), "matches",
                    text -> pattern.matcher(text).matches(), "lookingAt", text -> pattern.matcher(text).lookingAt());
            for (String beginning : BEGINNINGS) {
                for (String shape : SHAPES) {
                    uses.forEach((use, run) -> {
                        long twice = looks(run, text(beginning, shape, 2_000));
                        if (twice < 50_000) {
                            return;
                        }
                        long once = looks(run, text(beginning, shape, 1_000));
                        if (twice > 3 * once) {
                            slow.put(name, use + " of '" + beginning + "' and '" + shape + "': " + once + ", " + twice);
                        }
                    });
                }
            }
        });

        assertThat(patterns).containsKeys("PullRequestNature.REVERTED_PULL", "DeploymentMapper.VERSION");
        assertThat(slow).isEmpty();
    }

    /** By fixture, the mappers that draft it. */
    private static final Map<String, List<String>> DRAFTED_BY = Map.ofEntries(
            Map.entry("pull-merged-read-alone", List.of("PullRequestMapper")),
            Map.entry("run-startup-failure", List.of("WorkflowRunMapper")), Map.entry("commit-alone", List.of("CommitMapper")),
            Map.entry("comparison", List.of("PushMapper")), Map.entry("release-with-assets", List.of("ReleaseMapper")),
            Map.entry("issue-open", List.of("IssueMapper")), Map.entry("issue-event-labeled", List.of("IssueMapper")),
            Map.entry("job-failed", List.of("WorkflowRunMapper")), Map.entry("annotations", List.of("WorkflowRunMapper")),
            Map.entry("deployment", List.of("DeploymentMapper")),
            Map.entry("deployment-status", List.of("DeploymentMapper")), Map.entry("activity-push", List.of("PushMapper")),
            Map.entry("activity-branch-creation", List.of("RefMapper")), Map.entry("feed-tag-deleted", List.of("RefMapper")),
            Map.entry("review-dismissed", List.of("ReviewMapper")));

    static Stream<String> fixtures() {
        return DRAFTED_BY.keySet().stream().sorted();
    }

    @Test
    void feedsEveryMapper() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(DRAFTED_BY.values().stream().flatMap(List::stream).distinct())
                    .containsExactlyInAnyOrderElementsOf(sources.map(source -> source.getFileName().toString())
                            .filter(name -> name.endsWith("Mapper.java")).map(name -> name.replace(".java", "")).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void draftsARecordInTimeWithItsLength(String name) {
        Map<String, String> slow = new LinkedHashMap<>();
        for (String shape : SHAPES) {
            long twice = best(name, text("", shape, 32 * 1024), 1);
            // What is quick enough need not be compared: a square of so many characters takes a second.
            if (twice > QUICK) {
                long once = best(name, text("", shape, 16 * 1024), 3);
                twice = best(name, text("", shape, 32 * 1024), 3);
                if (twice > QUICK && twice > 3 * once) {
                    slow.put(shape, once / 1_000 + " us, " + twice / 1_000 + " us");
                }
            }
        }

        assertThat(slow).isEmpty();
    }

    private static long best(String name, String text, int tries) {
        JsonNode record = Recorded.json(name);
        fill(record, text);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < tries; i++) {
            long begin = THREAD.getCurrentThreadCpuTime();
            try {
                Recorded.all().get(name).drafts(record).forEach(draft -> assertThat(draft.title()).isNotBlank());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            best = Math.min(best, THREAD.getCurrentThreadCpuTime() - begin);
        }
        return best;
    }

    private static void fill(JsonNode node, String text) {
        node.properties().forEach(field -> {
            if (field.getValue().isTextual() && WRITTEN.contains(field.getKey())) {
                ((ObjectNode) node).set(field.getKey(), new TextNode(text));
            }
            fill(field.getValue(), text);
        });
        if (node instanceof ArrayNode array) {
            array.forEach(item -> fill(item, text));
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void findsWhatARevertTakesBackInAMegabyte() {
        PullRequest pull = Fixtures.record("pull-merged-read-alone", PullRequest.class);
        Map<String, Long> slow = new LinkedHashMap<>();
        for (String shape : SHAPES) {
            Commit commit = new Commit("a".repeat(40), null, new Commit.Details(text("", shape, 1 << 20), null, null), null,
                    null,
                    null, null);
            long begin = THREAD.getCurrentThreadCpuTime();
            PullRequestNature.reverts(pull, List.of(commit));
            CommitMapper.toDraft(Recorded.SCOPE, "main", commit, Recorded.NOW);
            long millis = TimeUnit.NANOSECONDS.toMillis(THREAD.getCurrentThreadCpuTime() - begin);
            // A square of a million would take hours.
            if (millis > 30_000) {
                slow.put(shape, millis);
            }
        }

        assertThat(slow).isEmpty();
    }
}
