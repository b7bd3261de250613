package io.painchain.simulator.gitlab.world.base;

/** What GitLab numbers through all its projects, with numbers of about gitlab.com's size. */
public enum Numbered {
    USER(3_400_000),
    PROJECT(61_000_000),
    EVENT(4_100_000_000L),
    MERGE_REQUEST(361_000_000),
    NOTE(2_240_000_000L),
    STATE_EVENT(410_000_000),
    LABEL_EVENT(520_000_000),
    LABEL(39_000_000),
    PIPELINE(1_610_000_000),
    JOB(8_900_000_000L),
    DEPLOYMENT(830_000_000),
    ENVIRONMENT(21_000_000),
    ISSUE(158_000_000);

    private final long first;

    Numbered(long first) {
        this.first = first;
    }

    long first() {
        return first;
    }
}
