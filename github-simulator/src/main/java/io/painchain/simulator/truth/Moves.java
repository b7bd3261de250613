package io.painchain.simulator.truth;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.painchain.simulator.world.git.Activity;
import io.painchain.simulator.world.git.ActivityType;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.git.CommitGraph;

/** Pushes and their commits, branches and tags created and deleted. */
final class Moves {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'")
            .withZone(ZoneOffset.UTC);
    private static final int SHORT = 12;

    private final Found found;
    private final Set<String> pushes = new HashSet<>();
    private final Set<String> commits = new HashSet<>();

    private Moves(Found found) {
        this.found = found;
    }

    static void addTo(Found found, Predicate<String> tracked) {
        Moves moves = new Moves(found);
        List<Activity> oldestFirst = new ArrayList<>(found.repository().activities().newestFirst());
        Collections.reverse(oldestFirst);
        oldestFirst.stream().filter(activity -> found.covers(activity.timestamp())).forEach(activity -> {
            moves.branch(activity);
            if (tracked.test(activity.branch()) && activity.type() != ActivityType.BRANCH_DELETION) {
                moves.commits(activity);
            }
        });
        found.repository().git().tagChanges().forEach(change -> found.addTimed("tag",
                "tag-" + found.name() + "-" + change.tag() + "#" + word(change.created()), word(change.created()),
                change.at(), true));
    }

    private void branch(Activity activity) {
        boolean created = activity.type() == ActivityType.BRANCH_CREATION;
        if (created || activity.type() == ActivityType.BRANCH_DELETION) {
            found.addTimed("branch", "branch-" + found.name() + "-" + activity.branch() + "#" + word(created),
                    word(created), activity.timestamp(), false);
            return;
        }
        String id = "push-" + found.name() + "-" + activity.branch() + "@" + activity.before().substring(0, SHORT)
                + ".." + activity.after().substring(0, SHORT);
        String unique = pushes.add(id) ? id : id + "~" + MINUTE.format(activity.timestamp());
        found.add("push", unique, null, activity.timestamp());
    }

    /** What the branch got that it did not have before. */
    private void commits(Activity activity) {
        CommitGraph graph = found.repository().git().commits();
        for (Commit commit : graph.notIn(activity.after(), activity.before(), Integer.MAX_VALUE)) {
            if (found.covers(commit.date()) && commits.add(commit.sha())) {
                found.add("commit", "commit-" + found.name() + "-" + commit.sha(), null, commit.date(),
                        activity.timestamp());
            }
        }
    }

    private static String word(boolean created) {
        return created ? "created" : "deleted";
    }
}
