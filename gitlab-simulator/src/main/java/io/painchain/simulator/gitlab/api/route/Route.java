package io.painchain.simulator.gitlab.api.route;

import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.world.project.Feature;

/** An address, what of a project it needs and the access level, and who answers it. */
public record Route(String template, Feature feature, int level, Handler handler) {

    private static final int GUEST = 10;
    private static final int REPORTER = 20;

    /** Answers a call. */
    @FunctionalInterface
    public interface Handler {

        Answer answer(Call call) throws ApiException;
    }

    /** One that needs nothing but to see the project, where it is below one. */
    public static Route open(String template, Handler handler) {
        return new Route(template, null, GUEST, handler);
    }

    public static Route of(String template, Feature feature, Handler handler) {
        return new Route(template, feature, REPORTER, handler);
    }

    public Route from(int accessLevel) {
        return new Route(template, feature, accessLevel, handler);
    }

    public boolean ofProject() {
        return template.startsWith("/projects/:id");
    }

    /** As faults name it. */
    public String pattern() {
        return template.replaceAll(":[a-z_]+", "*");
    }

    /** What the path leaves open; null where it does not fit. */
    public List<String> match(String[] path) {
        String[] parts = template.split("/");
        if (parts.length != path.length) {
            return null;
        }
        List<String> open = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].startsWith(":")) {
                open.add(path[i]);
            } else if (!parts[i].equals(path[i])) {
                return null;
            }
        }
        return open;
    }
}
