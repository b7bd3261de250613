package io.painchain.github.api.record.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code checkRunUrl} leads to the job's annotations. */
public record Job(Long id, String name, String status, String conclusion, Instant startedAt, Instant completedAt,
        String htmlUrl,
        String checkRunUrl, List<Step> steps) {

    private static final Set<String> FAILURES = Set.of("failure", "timed_out", "startup_failure", "cancelled",
            "action_required");
    private static final Set<String> BROKEN = Set.of("failure", "timed_out");

    public Job {
        requireNonNull(id, "id");
        steps = steps == null ? List.of() : steps.stream().filter(step -> step != null).toList();
    }

    public boolean failed() {
        return conclusion != null && FAILURES.contains(conclusion);
    }

    public Optional<Step> failingStep() {
        return steps.stream().filter(step -> step.conclusion() != null && BROKEN.contains(step.conclusion())).findFirst()
                .or(() -> steps.stream().filter(step -> "cancelled".equals(step.conclusion())).findFirst());
    }

    public record Step(String name, String conclusion, Integer number) {
    }
}
