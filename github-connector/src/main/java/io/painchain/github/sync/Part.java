package io.painchain.github.sync;

/** What is read of a repository, in this order: later parts profit from earlier ones' hints. */
enum Part {
    FEED("the events feed"),
    TAGS("tags"),
    RUNS("workflow runs"),
    ITEMS("pull requests and issues"),
    PUSHES("pushes"),
    COMMITS("commits of tracked branches"),
    RELEASES("releases"),
    DEPLOYMENTS("deployments");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
