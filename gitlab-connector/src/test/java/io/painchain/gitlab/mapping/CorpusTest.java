package io.painchain.gitlab.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.draft.Transition;
import io.painchain.gitlab.api.GitLabJson;
import io.painchain.gitlab.api.graphql.MergeRequestFacts;
import io.painchain.gitlab.api.record.MergeRequest;
import io.painchain.gitlab.api.record.Note;
import io.painchain.gitlab.api.record.User;
import io.painchain.gitlab.api.record.git.Commit;
import io.painchain.gitlab.api.record.git.Ref;
import io.painchain.model.event.EventDraft;

/** Answers of real servers, old and new, and what becomes of them. */
class CorpusTest {

    private static final ProjectScope SCOPE = new ProjectScope("acme/shop/web", "acme/shop/site", 17, "0195-test",
            List.of("shop"));
    private static final Instant ANSWERED = Instant.parse("2026-03-02T09:00:00Z");

    private static JsonNode answer(String name) throws IOException {
        try (InputStream file = CorpusTest.class.getResourceAsStream("/gitlab/" + name + ".json")) {
            return GitLabJson.tree(file.readAllBytes());
        }
    }

    private static MergeRequest request(String json) throws IOException {
        return GitLabJson.read(GitLabJson.tree(json.replace('\'', '"').getBytes()), MergeRequest.class);
    }

    private static EventDraft opened(MergeRequest request) {
        return MergeRequestMapper.toDraft(SCOPE, request,
                Transition.opened(User.loginOf(request.author()), request.createdAt(), true), MergeRequestFacts.UNREAD, null);
    }

    @Test
    void mapsAMergeRequest() throws IOException {
        EventDraft event = opened(GitLabJson.read(answer("merge_request"), MergeRequest.class));

        assertThat(event.externalId()).isEqualTo("mr-acme/shop/web-14656#opened");
        assertThat(event.title()).isEqualTo("[MR] Add deletion support for designs");
        assertThat(event.timestamp()).isEqualTo("2019-07-11T22:34:43.500Z");
        assertThat(event.entity()).isEqualTo("merge_request:acme/shop/web!14656");
        assertThat(event.status()).isEqualTo("open");
        assertThat(event.data()).containsEntry("base_branch", "master").containsEntry("head_branch", "delete-designs-v2")
                .containsEntry("comments", 245).containsEntry("mr_iid", 14656L).containsEntry("hotfix", false);
        assertThat(event.description()).startsWith("## What does this MR do?").contains("Labels: GitLab Enterprise Edition");
    }

    @Test
    void knowsDraftsOfServersThatCallThemWorkInProgress() throws IOException {
        List<EventDraft> events = new ArrayList<>();
        for (JsonNode one : answer("merge_requests")) {
            events.add(opened(GitLabJson.read(one, MergeRequest.class)));
        }

        assertThat(events).hasSize(3).extracting(EventDraft::externalId).contains("mr-acme/shop/web-15442#opened");
        assertThat(events.get(0).data()).containsEntry("draft", true).containsEntry("mergeable", "mergeable");
        assertThat(events.get(0).correlationKeys())
                .contains("commit:acme/shop/web@2fc4e8b972ff3208ec63b6143e34ad67ff343ad7");
    }

    @Test
    void takesTheTimeOfTheAnswerWhereACommitHasNone() throws IOException {
        EventDraft event = CommitMapper.toDraft(SCOPE, "master", GitLabJson.read(answer("commit"), Commit.class), ANSWERED);

        assertThat(event.externalId()).isEqualTo("commit-acme/shop/web-6104942438c14ec7bd21c6cd5bd995272b3faff6");
        assertThat(event.timestamp()).isEqualTo(ANSWERED);
        assertThat(event.title()).isEqualTo("[Commit] Sanitize for network graph");
        assertThat(event.data()).containsEntry("additions", 15).containsEntry("deletions", 10);
    }

    @Test
    void readsABranch() throws IOException {
        Ref branch = GitLabJson.read(answer("branches").get(0), Ref.class);

        assertThat(branch.name()).isEqualTo("master");
        assertThat(branch.commit().id()).isEqualTo("7b5c3cc8be40ee161ae89a06bba6229da1032a0c");
        assertThat(branch.commit().committedDate()).isEqualTo("2012-06-28T03:44:20Z");
    }

    @Test
    void namesWhatARevertTakesBack() throws IOException {
        MergeRequest request = request("{'iid':2,'state':'merged','title':'Revert \\\"Add a cache\\\"','description':"
                + "'This reverts merge request !12','created_at':'2026-03-01T08:00:00Z','updated_at':'2026-03-01T09:00:00Z',"
                + "'merged_at':'2026-03-01T09:00:00Z','labels':['hotfix']}");

        EventDraft event = MergeRequestMapper.toDraft(SCOPE, request,
                new Transition(Transition.Kind.merged, null, request.mergedAt(), "bob", true), MergeRequestFacts.UNREAD, null);

        assertThat(event.externalId()).isEqualTo("mr-acme/shop/web-2#merged");
        assertThat(event.data()).containsEntry("reverts", List.of("!12")).containsEntry("hotfix", true);
        assertThat(event.correlationKeys()).contains("reverts:merge_request:acme/shop/web!12")
                .doesNotContain("merge_request:acme/shop/web!12");
    }

    @Test
    void tellsRefsOfMergeRequestsApart() {
        assertThat(PipelineRef.of("refs/merge-requests/7/head", false)).isEqualTo(new PipelineRef(7L, "head", null, false));
        assertThat(PipelineRef.of("refs/merge-requests/7/train", false).realCommit()).isFalse();
        assertThat(PipelineRef.of("v2", true)).isEqualTo(new PipelineRef(null, null, "v2", true));
        assertThat(PipelineRef.of(null, false).words()).isNull();
    }

    @Test
    void takesNotesForApprovalsThatGitLabWrote() {
        assertThat(note("approved this merge request", true).approval()).contains("approved");
        assertThat(note("unapproved this merge request", true).approval()).contains("unapproved");
        assertThat(note("approved this merge request", false).approval()).isEmpty();
        assertThat(note("mentioned in !3", true).approval()).isEmpty();
    }

    @Test
    void readsEveryFormOfATime() {
        assertThat(GitLabJson.moment("2016-08-12 15:23:28 UTC")).isEqualTo("2016-08-12T15:23:28Z");
        assertThat(GitLabJson.moment("2016-08-12 17:23:28 +0200")).isEqualTo("2016-08-12T15:23:28Z");
        assertThat(GitLabJson.moment("2012-09-20T11:50:22+03:00")).isEqualTo("2012-09-20T08:50:22Z");
        assertThat(GitLabJson.moment("2026-04-01")).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(GitLabJson.moment("yesterday")).isNull();
    }

    private static Note note(String body, boolean system) {
        return new Note(1L, body, null, ANSWERED, system);
    }
}
