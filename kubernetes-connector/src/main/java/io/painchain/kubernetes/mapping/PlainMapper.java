package io.painchain.kubernetes.mapping;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.Paths;
import io.painchain.model.event.EventDraft;

/** Objects of which each change of a field is one event. */
public final class PlainMapper {

    private static final int MOST = 50;

    private PlainMapper() {
    }

    /** @param difference {@code null}: what differs is not known; {@code seen}: when, where the cluster did not note it */
    public static EventDraft change(ClusterScope scope, String type, String kind, ObjectState state, boolean created,
            Paths.Difference difference, Instant seen) {
        Moment moment = Moment.of(state, seen);
        String id = type + "-" + scope.object(kind, state.name()) + "@" + state.shortUid() + "-"
                + state.changedAt().getEpochSecond() + "-" + state.shortHash();
        DraftBuilder draft = scope.draft(type, kind, state.name()).externalId(id)
                .title("[" + word(type) + "] " + named(type, kind, state.name()) + what(type, created, difference))
                .at("changed", moment.at(), state.created()).asOf(state.asOf()).status(created ? "created" : "changed")
                .author(state.manager()).data("manager", state.manager())
                .data("time_exact", moment.exact() ? null : Boolean.FALSE);
        if (difference != null && !created) {
            draft.data(hasKeys(type) ? "keys" : "diff", lists(difference));
        }
        return draft.build();
    }

    /** Many changes of one object in an hour. */
    public static EventDraft busy(ClusterScope scope, String type, String kind, ObjectState state, Instant hour, int count) {
        return scope.draft(type, kind, state.name())
                .externalId(type + "-" + scope.object(kind, state.name()) + "@" + state.shortUid() + "#busy-"
                        + hour.toString().substring(0, 13))
                .title("[" + word(type) + "] " + named(type, kind, state.name()) + ": over " + count + " changes in an hour")
                .at("hour", hour).asOf(state.asOf()).status("changed").data("manager", state.manager()).build();
    }

    private static Map<String, Object> lists(Paths.Difference difference) {
        Map<String, Object> lists = new LinkedHashMap<>();
        put(lists, "added", difference.added());
        put(lists, "removed", difference.removed());
        put(lists, "changed", difference.changed());
        return lists;
    }

    private static void put(Map<String, Object> lists, String name, List<String> paths) {
        if (!paths.isEmpty()) {
            lists.put(name, paths.stream().limit(MOST).toList());
        }
    }

    private static String what(String type, boolean created, Paths.Difference difference) {
        if (created) {
            return " created";
        }
        if (difference == null || !hasKeys(type)) {
            return " changed";
        }
        return ": " + difference.count() + (difference.count() == 1 ? " key" : " keys");
    }

    static boolean hasKeys(String type) {
        return type.equals("config") || type.equals("secret");
    }

    static String word(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    static String named(String type, String kind, String name) {
        return hasKeys(type) || type.equals("workload") ? name : kind + " " + name;
    }
}
