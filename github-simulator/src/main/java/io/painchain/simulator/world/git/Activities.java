package io.painchain.simulator.world.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.repository.Repository;

/** The history of a repository's branches. */
public final class Activities {

    private static final Comparator<Activity> NEWEST_FIRST = Comparator.comparing(Activity::timestamp)
            .thenComparing(Activity::id).reversed();

    private final Repository repository;
    private final List<Activity> activities = new ArrayList<>(0);

    public Activities(Repository repository) {
        this.repository = repository;
    }

    public List<Activity> newestFirst() {
        return activities.stream().sorted(NEWEST_FIRST).toList();
    }

    Activity add(String branch, String before, String after, ActivityType type, Account actor, Instant moment) {
        Activity activity = new Activity(repository.world().ids().activity(), branch, before, after, type, actor,
                moment);
        activities.add(activity);
        return activity;
    }
}
