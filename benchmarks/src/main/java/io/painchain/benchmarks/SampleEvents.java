package io.painchain.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Drafts of about 1.5 KB as a connector sends them: the same number always makes the same draft. */
public final class SampleEvents {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final String[] TYPES = { "push", "pull_request", "workflow_run", "workflow_run", "release", "commit" };
    private static final String[] STATUSES = { "success", "success", "success", "failure", "open", "merged", "cancelled" };
    private static final String[] WORDS = words();

    private SampleEvents() {
    }

    /** {@code count} times {@code size} drafts. */
    public static List<List<String>> drafts(long first, int count, int size) {
        return LongStream.range(0, count).mapToObj(group -> LongStream.range(0, size)
                .mapToObj(number -> draft(first + group * size + number)).toList()).toList();
    }

    public static String batch(List<String> drafts) {
        return "{\"events\":[" + String.join(",", drafts) + "]}";
    }

    public static String draft(long number) {
        var random = new SplittableRandom(number * 7_919 + 13);
        var project = "org" + random.nextInt(20) + "/repo-" + random.nextInt(300);
        var sha = hex(random);
        int run = random.nextInt(100_000);
        var type = TYPES[random.nextInt(TYPES.length)];
        return """
                {"title":"[Workflow] ✓ %s - main","connector":"github","project":"%s","timestamp":"%s","asOf":"%s",\
                "externalId":"%s-%s-%d","type":"%s","author":"user%d","status":"%s",\
                "url":"https://github.com/%s/actions/runs/%d","description":"%s",\
                "tags":["team-%d","tier-%d","backend"],"entity":"workflow_run:%s#%d",\
                "correlationKeys":["commit:%s@%s","workflow_run:%s#%d","pull_request:%s#%d"],\
                "data":{"event_type":"%s","branch":"feature/%s","head_sha":"%s","run_number":%d,"run_attempt":1,\
                "additions":%d,"deletions":%d,"labels":["bug","backend"],"files":["src/%s/%s.java"],"message":"%s"}}"""
                .formatted(words(random, 5), project, at(number), at(number), type, project, number, type,
                        random.nextInt(200), STATUSES[random.nextInt(STATUSES.length)], project, run, words(random, 40),
                        random.nextInt(10), random.nextInt(3), project, run, project, sha, project, run, project,
                        random.nextInt(5_000), type, words(random, 1), sha, run, random.nextInt(1_000),
                        random.nextInt(1_000), words(random, 1), words(random, 1), words(random, 20));
    }

    private static Instant at(long number) {
        return FIRST.plusSeconds(number);
    }

    /** Some words are common and most are rare, as in any language. */
    private static String words(SplittableRandom random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[(int) (Math.pow(random.nextDouble(), 3) * WORDS.length)]);
        }
        return text.toString();
    }

    private static String hex(SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }

    private static String[] words() {
        var random = new SplittableRandom(1);
        var words = new String[8_000];
        for (int i = 0; i < words.length; i++) {
            var word = new StringBuilder();
            int length = 3 + random.nextInt(7);
            for (int j = 0; j < length; j++) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words[i] = word.toString();
        }
        return words;
    }
}
