package io.painchain.github.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A merge queue's temporary branch, nobody's work; {@code pullRequest} is the last of the group. */
record QueueBranch(String base, long pullRequest) {

    private static final String PREFIX = "gh-readonly-queue/";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(.+)/pr-([0-9]{1,18})-[0-9a-f]{7,64}");

    /** Whether the name is reserved for the merge queue. */
    static boolean isOne(String branch) {
        return branch != null && branch.startsWith(PREFIX);
    }

    static Optional<QueueBranch> of(String branch) {
        Matcher name = NAME.matcher(branch == null ? "" : branch);
        return name.matches() ? Optional.of(new QueueBranch(name.group(1), Long.parseLong(name.group(2)))) : Optional.empty();
    }
}
