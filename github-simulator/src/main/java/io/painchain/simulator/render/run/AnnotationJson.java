package io.painchain.simulator.render.run;

import static io.painchain.simulator.render.Links.object;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.Job;
import io.painchain.simulator.world.run.WorkflowRun;

/** What a job's check run has to say about files and the job itself; each job is a check run of the same number. */
public final class AnnotationJson {

    private static final String WORKFLOW = ".github";

    private AnnotationJson() {
    }

    public static List<ObjectNode> of(Links links, Repository repository, WorkflowRun run, Job job) {
        if (job.conclusion() == null || job.conclusion().equals("success") || job.conclusion().equals("skipped")) {
            return List.of();
        }
        ObjectNode end = annotation(links, repository, run, WORKFLOW, 14, endOf(job));
        if (!job.conclusion().equals("failure")) {
            return List.of(end);
        }
        String file = run.headCommit().files().stream().map(FileChange::filename).findFirst().orElse("README.md");
        return List.of(annotation(links, repository, run, file, 27, "expected: <200> but was: <500>"), end);
    }

    private static String endOf(Job job) {
        return switch (job.conclusion()) {
            case "failure" -> "Process completed with exit code 1.";
            case "timed_out" -> "The job has exceeded the maximum execution time of 6h0m0s";
            default -> "The operation was canceled.";
        };
    }

    private static ObjectNode annotation(Links links, Repository repository, WorkflowRun run, String path, int line,
            String message) {
        return object().put("path", path)
                .put("blob_href", links.html(repository) + "/blob/" + run.headCommit().sha() + "/" + path)
                .put("start_line", line).putNull("start_column").put("end_line", line).putNull("end_column")
                .put("annotation_level", "failure").put("title", "").put("message", message).put("raw_details", "");
    }
}
