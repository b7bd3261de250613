package io.painchain.github.mapping;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.run.Annotation;
import io.painchain.github.api.record.run.Job;
import io.painchain.github.api.record.run.Job.Step;
import io.painchain.github.api.record.run.RunDetails;
import io.painchain.github.api.record.run.RunDetails.Failure;

final class FailedJobs {

    private static final int EXCERPT = 1_000;
    private static final String SAYS_LITTLE = "Process completed with exit code";

    private FailedJobs() {
    }

    /** @param details null where not read, so that the stored facts stay */
    static void describe(DraftBuilder draft, RunDetails details) {
        if (details == null) {
            draft.partly();
            return;
        }
        List<Failure> failures = details.failures();
        draft.fact("failed_jobs_count", failures == null || details.cut() ? null : failures.size())
                .fact("failed_jobs", failures == null ? null : failures.stream().map(FailedJobs::entry).toList());
        if (failures == null || failures.isEmpty()) {
            return;
        }
        Failure first = failures.stream().filter(failure -> failure.job().failingStep().isPresent()).findFirst()
                .orElse(failures.get(0));
        draft.data("failed_step", first.job().failingStep().map(Step::name).orElse(null)).data("failed_step_url", logOf(first));
        if (failures.stream().allMatch(failure -> failure.annotations() == null)) {
            draft.fact("error_excerpt", null);
        } else {
            draft.lines("error_excerpt", failures.stream().map(FailedJobs::excerpt).filter(Objects::nonNull).findFirst()
                    .orElse(null));
        }
    }

    private static Map<String, Object> entry(Failure failure) {
        Job job = failure.job();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", Text.line(job.name()));
        entry.put("conclusion", Text.word(job.conclusion()));
        entry.put("started_at", text(job.startedAt()));
        entry.put("completed_at", text(job.completedAt()));
        job.failingStep().ifPresent(step -> entry.put("failed_step", Text.line(step.name())));
        entry.put("log_url", logOf(failure));
        entry.put("error_excerpt", excerpt(failure));
        entry.values().removeIf(Objects::isNull);
        return entry;
    }

    /** The log's page, opened at the failing step. */
    private static String logOf(Failure failure) {
        String page = failure.job().htmlUrl();
        return page == null ? null
                : failure.job().failingStep().map(Step::number).map(number -> page + "#step:" + number + ":1").orElse(page);
    }

    private static String excerpt(Failure failure) {
        if (failure.annotations() == null) {
            return null;
        }
        List<String> messages = failure.annotations().stream().filter(Annotation::isFailure).map(FailedJobs::words)
                .filter(Objects::nonNull).distinct().toList();
        List<String> telling = messages.stream().filter(message -> !message.contains(SAYS_LITTLE)).toList();
        String text = (telling.isEmpty() ? messages : telling).stream().collect(Collectors.joining("\n"));
        return Text.fit(text, EXCERPT);
    }

    private static String words(Annotation annotation) {
        if (annotation.message() == null || annotation.message().isBlank()) {
            return null;
        }
        boolean ofFile = annotation.path() != null && annotation.startLine() != null
                && !annotation.path().startsWith(".github");
        return (ofFile ? annotation.path() + ":" + annotation.startLine() + ": " : "") + annotation.message().strip();
    }

    private static String text(Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
