package io.painchain.github.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.FileChange;

/** What GraphQL words otherwise than REST comes out the same. */
class PullRequestQueryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final String PULL = """
            "number": 7, "title": "Bump it", "body": "", "state": "OPEN", "isDraft": false, "url": "https://github.com/acme/api/pull/7",
            "createdAt": "2026-03-01T09:00:00Z", "updatedAt": "2026-03-02T08:00:00Z", "closedAt": null, "mergedAt": null,
            "author": {"__typename": "Bot", "login": "dependabot"}, "mergedBy": null, "mergeCommit": null,
            "headRefName": "bump", "headRefOid": "aa", "baseRefName": "main", "baseRefOid": "bb", "mergeable": "UNKNOWN",
            "additions": 3, "deletions": 1, "changedFiles": 1, "labels": {"nodes": [{"name": "deps"}]},
            "reviewRequests": {"nodes": [{"requestedReviewer": {"__typename": "Team"}},
                                         {"requestedReviewer": {"__typename": "User", "login": "bob"}}]},
            "comments": {"totalCount": 2},
            "reviewThreads": {"totalCount": 2, "nodes": [{"comments": {"totalCount": 3}}, {"comments": {"totalCount": 1}}]},
            "commits": {"totalCount": 1, "nodes": [{"commit": {"oid": "cc", "message": "Bump it", "authoredDate":
                "2026-03-01T08:59:00Z", "committedDate": "2026-03-01T08:59:00Z", "author": {"name": "Bot", "user": null}}}]}""";
    private static final String LISTS = """
            , "reviews": {"totalCount": 1, "nodes": [{"fullDatabaseId": "3000000000", "author": null, "body": "", "state": "APPROVED",
                "url": "https://github.com/acme/api/pull/7#x", "submittedAt": "2026-03-01T10:00:00Z", "commit": {"oid": "aa"}}]},
              "files": {"nodes": [{"path": "pom.xml", "changeType": "DELETED", "additions": 3, "deletions": 1}]}""";

    private static GraphQlAnswer answer(String pull, String errors) {
        String body = "{\"data\": {\"repository\": {\"p7\": {" + pull + "}}}" + errors + "}";
        return GraphQlAnswer.of(new HttpAnswer(URI.create("https://api.github.com/graphql"), 200, Map.of(),
                body.getBytes(StandardCharsets.UTF_8)), CLOCK);
    }

    @Test
    void readsAPullRequestAsRestTellsIt() {
        // When
        PullRequestDetails details = PullRequestQuery.read(answer(PULL + LISTS, ""), List.of(7L)).get(7L);

        // Then
        assertThat(details.pull().open()).isTrue();
        assertThat(details.pull().user().login()).isEqualTo("dependabot[bot]");
        assertThat(details.pull().mergeable()).isNull();
        assertThat(details.pull().reviewComments()).isEqualTo(4);
        assertThat(details.pull().requestedReviewers()).extracting(User::login).containsExactly("bob");
        assertThat(details.reviews()).singleElement().satisfies(review -> {
            assertThat(review.id()).isEqualTo(3_000_000_000L);
            assertThat(User.loginOf(review.user())).isEqualTo("ghost");
        });
        assertThat(details.files()).singleElement().extracting(FileChange::status).isEqualTo("removed");
        assertThat(details.commits()).singleElement().extracting(Commit::authorName).isEqualTo("Bot");
    }

    @Test
    void takesWhatTheTokenMayNotReadForUnknown() {
        String errors = ", \"errors\": [{\"type\": \"FORBIDDEN\", \"path\": [\"repository\", \"p7\", \"files\"], \"message\": \"no\"}]";

        PullRequestDetails details = PullRequestQuery
                .read(answer(PULL + LISTS.replaceFirst("(?s)\"files\".*", "\"files\": null"), errors), List.of(7L)).get(7L);

        assertThat(details.files()).isNull();
        assertThat(details.reviews()).hasSize(1);
    }

    @Test
    void takesNothingOfWhatWasCutShort() {
        String errors = ", \"errors\": [{\"type\": \"RESOURCE_LIMITS_EXCEEDED\", \"path\": [\"repository\", \"p7\", \"files\"], "
                + "\"message\": \"too much\"}]";

        GraphQlAnswer answer = answer(PULL + LISTS, errors);

        assertThat(PullRequestQuery.read(answer, List.of(7L))).isEmpty();
        assertThat(answer.cutAt(1)).containsExactly("p7");
    }
}
