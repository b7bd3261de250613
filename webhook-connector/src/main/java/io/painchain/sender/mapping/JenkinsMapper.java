package io.painchain.sender.mapping;

import java.io.IOException;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.draft.DraftBuilder;

/** Finished builds. Parameters are dropped: they hold secrets. */
final class JenkinsMapper implements SenderMapper {

    @Override
    public String type() {
        return "jenkins";
    }

    @Override
    public SenderReading read(JsonNode payload, String integrationId, Instant receivedAt) throws IOException {
        JsonNode build = payload.path("build");
        if (!"FINALIZED".equals(Fields.required(build, "phase"))) {
            return SenderReading.ignored("A build is told when it is finalized");
        }
        String job = Fields.required(payload, "name");
        String number = Fields.required(build, "number");
        String status = Fields.word(Fields.text(build.path("status")));
        Instant ended = Fields.millis(build.path("timestamp"));
        long millis = build.path("duration").asLong(0);
        Instant at = ended == null ? receivedAt : ended;
        Instant began = millis > 0 ? at.minusMillis(millis) : at;
        JsonNode scm = build.path("scm");
        String commit = Fields.text(scm.path("commit"));
        String repository = Fields.text(scm.path("url"));
        SenderScope scope = new SenderScope(type(), integrationId, job, receivedAt);
        return SenderReading.of(DraftBuilder.of(scope, "build").externalId("build-" + job + "-" + number)
                .title("[Build] ", mark(status) + " ", job, " #" + number).at("timestamp", began, receivedAt).asOf(at)
                .until("ended", at).status(status == null ? "finished" : status).url(Fields.link(build.path("full_url")))
                .entity("build:" + job + "#" + number).key(commit == null ? null : "sha:" + commit)
                .key(repository == null || commit == null ? null : "commit:" + path(repository) + "@" + commit)
                .data("job", job).data("build_number", number).data("branch", Fields.text(scm.path("branch")))
                .data("commit_sha", commit).data("duration_seconds", millis > 0 ? millis / 1000 : null).build());
    }

    private static String mark(String status) {
        return status == null ? "○" : switch (status) {
            case "success" -> "✓";
            case "aborted" -> "⊗";
            case "not_built" -> "⊘";
            default -> "✗";
        };
    }

    /** As other connectors name a repository: {@code owner/name}. */
    private static String path(String url) {
        return url.replaceFirst("^[a-z+]+://[^/]+/", "").replaceFirst("^[^/@]*@[^:/]+:", "").replaceFirst("\\.git/?$", "");
    }
}
