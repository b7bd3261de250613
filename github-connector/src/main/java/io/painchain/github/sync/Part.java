package io.painchain.github.sync;

import java.util.Arrays;
import java.util.List;

/** What is read of a repository, in this order: later parts profit from earlier ones' hints. */
enum Part {
    FEED("the events feed"),
    TAGS("tags", "tags"),
    RUNS("workflow runs", "runs"),
    ITEMS("pull requests and issues", "pulls", "issues"),
    PUSHES("pushes", "pushes"),
    COMMITS("commits of tracked branches", "commits"),
    RELEASES("releases", "releases"),
    DEPLOYMENTS("deployments", "deployments");

    private final String words;
    private final List<String> sources;

    Part(String words, String... sources) {
        this.words = words;
        this.sources = List.of(sources);
    }

    String words() {
        return words;
    }

    /** The ledger's names of what it covers. */
    List<String> sources() {
        return sources;
    }

    /** The ledger's name of what a gap's words name. */
    static String sourceOf(String words) {
        return switch (words) {
            case "pull requests" -> "pulls";
            case "issues", "issue events" -> "issues";
            default -> Arrays.stream(values()).filter(part -> part.words.equals(words) && !part.sources.isEmpty())
                    .map(part -> part.sources.get(0)).findFirst().orElse(words);
        };
    }
}
