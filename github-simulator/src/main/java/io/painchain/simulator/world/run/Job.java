package io.painchain.simulator.world.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A job of an attempt. */
public record Job(long id, String name, String status, String conclusion, Instant createdAt, Instant startedAt,
        Instant completedAt, List<Step> steps) {

    private static final List<String> STEPS = List.of("Set up job", "Run actions/checkout@v5", "Build", "Test",
            "Complete job");

    static Job queued(long id, String name, Instant moment) {
        return new Job(id, name, "queued", null, moment, null, null, List.of());
    }

    Job started(Instant moment) {
        return new Job(id, name, "in_progress", null, createdAt, moment, null,
                List.of(new Step(1, STEPS.get(0), "in_progress", null, moment, null)));
    }

    /** Ends the job; where it failed, its tests did, and what follows them was skipped. */
    Job completed(String result, Instant moment) {
        Instant start = startedAt == null ? moment : startedAt;
        boolean failed = !result.equals("success");
        List<Step> done = new ArrayList<>();
        for (int i = 0; i < STEPS.size(); i++) {
            boolean last = i == STEPS.size() - 1;
            String conclusion = failed && !last ? i < 3 ? "success" : result : "success";
            done.add(new Step(i + 1, STEPS.get(i), "completed", conclusion, start, moment));
        }
        return new Job(id, name, "completed", result, createdAt, start, moment, List.copyOf(done));
    }
}
