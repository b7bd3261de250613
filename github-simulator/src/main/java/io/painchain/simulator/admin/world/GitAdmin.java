package io.painchain.simulator.admin.world;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.git.Git;
import io.painchain.simulator.world.git.NewCommit;

/** Pushes, branches and tags. */
public final class GitAdmin {

    private final World world;

    public GitAdmin(World world) {
        this.world = world;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("POST", "repos/*/*/pushes", this::push),
                AdminRoute.of("POST", "repos/*/*/branches", this::createBranch),
                AdminRoute.of("DELETE", "repos/*/*/branches/*", this::deleteBranch),
                AdminRoute.of("POST", "repos/*/*/tags", this::createTag),
                AdminRoute.of("POST", "repos/*/*/tags/*/move", this::moveTag),
                AdminRoute.of("DELETE", "repos/*/*/tags/*", this::deleteTag));
    }

    private JsonNode push(AdminCall call) throws AdminException {
        Body body = call.body();
        String branch = body.text("branch", "main");
        List<NewCommit> commits = commits(body);
        if (commits.isEmpty()) {
            commits = List.of(new NewCommit(body.text("message", "A change")).dated(body.time("date")));
        }
        return Shown.activity(body.flag("force", false)
                ? git(call).forcePush(branch, body.number("dropped", 1), commits, body.by())
                : git(call).push(branch, commits, body.by()));
    }

    private JsonNode createBranch(AdminCall call) throws AdminException {
        Body body = call.body();
        return Shown.activity(git(call).createBranch(body.required("name"), body.text("from", "main"), commits(body),
                body.by()));
    }

    private JsonNode deleteBranch(AdminCall call) throws AdminException {
        return Shown.activity(git(call).deleteBranch(call.parameter(2), call.body().by()));
    }

    private JsonNode createTag(AdminCall call) throws AdminException {
        Body body = call.body();
        git(call).createTag(body.required("name"), body.text("ref", "main"), body.by());
        return Body.object().put("tag", body.required("name"));
    }

    private JsonNode moveTag(AdminCall call) {
        git(call).moveTag(call.parameter(2), call.body().text("ref", "main"));
        return Body.object().put("tag", call.parameter(2));
    }

    private JsonNode deleteTag(AdminCall call) throws AdminException {
        git(call).deleteTag(call.parameter(2), call.body().by());
        return Body.object().put("tag", call.parameter(2));
    }

    /**
     * {@code commits: [{message, author?, date?, files?: [{filename, status?, additions?, deletions?}]}]}, or
     * {@code count} commits that are all alike.
     */
    static List<NewCommit> commits(Body body) throws AdminException {
        List<NewCommit> commits = new ArrayList<>();
        for (int i = 1; i <= body.number("count", 0); i++) {
            commits.add(new NewCommit(body.text("message", "Step") + " " + i).dated(body.time("date")));
        }
        for (Body item : body.items("commits")) {
            List<FileChange> files = new ArrayList<>();
            for (Body file : item.items("files")) {
                files.add(new FileChange(file.required("filename"), file.text("status", "modified"),
                        file.number("additions", 1), file.number("deletions", 0), file.text("previousFilename", null)));
            }
            NewCommit plain = new NewCommit(item.required("message"));
            commits.add(new NewCommit(plain.message(), item.text("author", null),
                    files.isEmpty() ? plain.files() : files, item.time("date")));
        }
        return commits;
    }

    private Git git(AdminCall call) {
        return world.repository(call.repository()).git();
    }
}
