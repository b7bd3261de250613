package io.painchain.connector.taskhandler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

public record BackfillPlan(List<Step> steps) {

    public record Step(String repository, String kind) {

        private String key() {
            return repository + " " + kind;
        }
    }

    private static final String LAST = "last";

    public static BackfillPlan of(Collection<String> repositories, List<String> kinds) {
        List<Step> steps = new ArrayList<>();
        repositories.forEach(repository -> kinds.forEach(kind -> steps.add(new Step(repository, kind))));
        return new BackfillPlan(List.copyOf(steps));
    }

    /** The state that a later attempt resumes from. */
    static Map<String, Object> resumeAfter(Step step) {
        return Map.of(LAST, step.key());
    }

    /** @return how many steps an earlier attempt ended */
    public int done(Map<String, Object> resume) {
        Object last = resume == null ? null : resume.get(LAST);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).key().equals(last)) {
                return i + 1;
            }
        }
        return 0;
    }
}
