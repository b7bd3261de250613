package io.painchain.simulator.api.route;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Page;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.render.git.ActivityJson;
import io.painchain.simulator.world.git.Activity;

/** Changes of branches. This list has cursors instead of page numbers. */
final class ActivityRoutes {

    private ActivityRoutes() {
    }

    static Answer list(RepositoryCall call) throws ApiException {
        if (!call.repository().activityAvailable()) {
            throw ApiException.notFound();
        }
        List<Activity> activities = new ArrayList<>(call.repository().activities().newestFirst().stream()
                .filter(activity -> accepts(call.query(), activity)).toList());
        if (call.query().get("direction", "desc").equals("asc")) {
            Collections.reverse(activities);
        }
        int from = start(call.query(), activities);
        int to = Math.min(from + Page.size(call.query()), activities.size());
        Page<Activity> page = new Page<>(activities.subList(from, to), 0, link(call, activities, from, to));
        return page.answer(activity -> ActivityJson.activity(call.links(), activity));
    }

    private static boolean accepts(Query query, Activity activity) {
        String ref = query.get("ref", activity.ref());
        return (ref.equals(activity.ref()) || ref.equals(activity.branch()))
                && query.get("activity_type", activity.type().wireName()).equals(activity.type().wireName())
                && query.get("actor", activity.actor().login()).equalsIgnoreCase(activity.actor().login());
    }

    private static int start(Query query, List<Activity> activities) {
        if (query.has("after")) {
            return position(query.get("after", ""), activities) + 1;
        }
        if (query.has("before")) {
            return Math.max(0, position(query.get("before", ""), activities) - Page.size(query));
        }
        return 0;
    }

    private static int position(String cursor, List<Activity> activities) {
        for (int i = 0; i < activities.size(); i++) {
            if (cursor(activities.get(i)).equals(cursor)) {
                return i;
            }
        }
        return -1;
    }

    private static String link(RepositoryCall call, List<Activity> activities, int from, int to) {
        Query plain = call.query().without("after").without("before");
        List<String> links = new ArrayList<>();
        if (to < activities.size()) {
            links.add(relation(call, plain.with("after", cursor(activities.get(to - 1))), "next"));
        }
        if (from > 0 && from < to) {
            links.add(relation(call, plain.with("before", cursor(activities.get(from))), "prev"));
        }
        return String.join(", ", links);
    }

    private static String relation(RepositoryCall call, Query query, String name) {
        return "<" + call.listAddress() + "?" + query + ">; rel=\"" + name + "\"";
    }

    private static String cursor(Activity activity) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(("cursor:" + activity.id()).getBytes(StandardCharsets.US_ASCII));
    }
}
