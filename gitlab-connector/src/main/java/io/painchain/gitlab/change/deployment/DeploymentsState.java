package io.painchain.gitlab.change.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;
import io.painchain.gitlab.api.record.ci.Deployment;

/**
 * {@code madeByApiAt}: last change of one without a job, or null; {@code goingOn}: unfinished ones by id, with their last
 * change
 * in epoch seconds.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentsState(ListState list, Instant madeByApiAt, Map<Long, Long> goingOn) {

    static final DeploymentsState UNREAD = new DeploymentsState(ListState.UNREAD, null, Map.of());
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Set<String> UNFINISHED = Set.of("created", "running");
    private static final int KEPT = 50;

    public DeploymentsState {
        list = list == null ? ListState.UNREAD : list;
        goingOn = goingOn == null ? Map.of() : Map.copyOf(goingOn);
    }

    DeploymentsState with(ListState newList) {
        return new DeploymentsState(newList, madeByApiAt, goingOn);
    }

    DeploymentsState after(ListState newList, List<Deployment> shown) {
        Instant byApi = shown.stream().filter(deployment -> deployment.deployable() == null).map(Deployment::updatedAt)
                .max(Instant::compareTo).orElse(madeByApiAt);
        Map<Long, Long> now = new HashMap<>(goingOn);
        for (Deployment deployment : shown) {
            if (UNFINISHED.contains(deployment.status()) && now.size() < KEPT) {
                now.put(deployment.id(), deployment.updatedAt().getEpochSecond());
            } else {
                now.remove(deployment.id());
            }
        }
        return new DeploymentsState(newList, byApi, now);
    }

    boolean madeByApi(Instant now) {
        return madeByApiAt != null && madeByApiAt.isAfter(now.minus(REMEMBERED));
    }

    boolean goesOnSince(Instant moment) {
        return goingOn.values().stream().anyMatch(updated -> updated > moment.getEpochSecond());
    }
}
