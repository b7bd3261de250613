package io.painchain.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Every pattern of the backend and the contract is linear in the length of what strangers send: steps are counted, not time.
 */
class PatternsTest {

    private static final Pattern IN_PLACE = Pattern.compile(
            "\\.(?:matches|split|replace(?:All|First)(?=\\(\\s*\"(?:[^\"\\\\]|\\\\.)++\"\\s*,))\\(\\s*\"((?:[^\"\\\\]|\\\\.)++)\"");
    private static final int PROBE = 500;
    private static final int LENGTH = 64 * 1024;
    private static final int MOST_STEPS_A_CHARACTER = 400;
    private static final List<String> PIECES = List.of("a", " ", "\n", "\r\n", "\t", "\"", "-", ",", ".", "/", ":", "%", "=",
            "0", "f",
            "é", "\u00AD", "\u200B", "e\u0301", "\"a\",", "\"\" , ", "W/\"\",", "a.", "a1", "/a", "-\"", "127.0.", "http://",
            "Plan Rows\": ",
            "[", "]", "{", "<>;", "\u2026", "2026-", "\ud83d\ude00");
    private static final List<String> BEGINNINGS = List.of("", "/", "http://a", "\"a\"", "data:", "a", "0");
    private static final List<String> ENDS = List.of("", "!", "\n", "\"", " ");

    @Test
    void takeTwiceTheStepsForTwiceTheText() throws Exception {
        // Given
        var patterns = patterns();

        // When
        var slow = new TreeMap<String, String>();
        patterns.forEach((name, pattern) -> shapes().forEach(shape -> {
            if (!isLinear(pattern, shape)) {
                slow.put(name, pattern + " on " + shape.beginning() + "(" + shape.piece() + ")*" + shape.end());
            }
        }));

        // Then
        assertThat(patterns).hasSizeGreaterThan(20);
        assertThat(slow).isEmpty();
    }

    @Test
    void wouldBeToldFromOneThatIsNot() {
        assertThat(isLinear(Pattern.compile("\\s*x"), new Shape("", " ", ""))).isFalse();
    }

    private record Shape(String beginning, String piece, String end) {

        String text(int length) {
            return beginning + piece.repeat(length / piece.length()) + end;
        }

        boolean isBare() {
            return beginning.isEmpty() && end.isEmpty();
        }
    }

    private static Stream<Shape> shapes() {
        return PIECES.stream().flatMap(piece -> BEGINNINGS.stream()
                .flatMap(beginning -> ENDS.stream().map(end -> new Shape(beginning, piece, end))));
    }

    /** Steps are counted, so short texts tell; a long one shows whether the stack is deep enough. */
    private static boolean isLinear(Pattern pattern, Shape shape) {
        var once = steps(pattern, shape.text(PROBE));
        var twice = steps(pattern, shape.text(2 * PROBE));
        if (once < 0 || twice < 0 || twice > 3 * once + PROBE) {
            return false;
        }
        return !shape.isBare() || steps(pattern, shape.text(LENGTH)) >= 0;
    }

    /** @return -1 where there are more than so many steps a character */
    private static long steps(Pattern pattern, String text) {
        var counted = new CountedText(text, new long[1], (long) MOST_STEPS_A_CHARACTER * (text.length() + 100));
        try {
            pattern.matcher(counted).matches();
            var found = pattern.matcher(counted);
            while (found.find()) {
                // as those do who look for all of them
            }
            return counted.steps()[0];
        } catch (TooManySteps | StackOverflowError e) {
            return -1;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record CountedText(String text, long[] steps, long most) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++steps[0] > most) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static Map<String, Pattern> patterns() throws Exception {
        var patterns = new TreeMap<String, Pattern>();
        for (var folder : List.of(Path.of("target", "classes"), Path.of("..", "common-model", "target", "classes"))) {
            for (var type : classes(folder)) {
                for (var field : type.getDeclaredFields()) {
                    add(field, patterns);
                }
            }
        }
        for (var folder : List.of(Path.of("src", "main", "java"), Path.of("..", "common-model", "src", "main", "java"))) {
            addWrittenInPlace(folder, patterns);
        }
        return patterns;
    }

    /** Those that are no constants but stand where they are used. */
    private static void addWrittenInPlace(Path folder, Map<String, Pattern> patterns) throws IOException {
        try (var sources = Files.walk(folder)) {
            for (var source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                var use = IN_PLACE.matcher(Files.readString(source));
                while (use.find()) {
                    var expression = use.group(1).translateEscapes();
                    patterns.put(source.getFileName() + " " + expression, Pattern.compile(expression));
                }
            }
        }
    }

    private static void add(Field field, Map<String, Pattern> patterns) throws IllegalAccessException {
        var name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            patterns.put(name, (Pattern) field.get(null));
        }
        var constraint = ((AnnotatedElement) field).getAnnotation(jakarta.validation.constraints.Pattern.class);
        if (constraint != null) {
            patterns.put(name, Pattern.compile(constraint.regexp()));
        }
    }

    private static List<Class<?>> classes(Path folder) throws IOException {
        var loader = PatternsTest.class.getClassLoader();
        try (var files = Files.walk(folder)) {
            return files.map(folder::relativize).map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.contains("-info"))
                    .<Class<?>> map(
                            file -> load(file.substring(0, file.length() - ".class".length()).replace('/', '.'), loader))
                    .filter(type -> Arrays.stream(type.getDeclaredFields()).findAny().isPresent()).toList();
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
