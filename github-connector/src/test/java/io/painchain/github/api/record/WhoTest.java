package io.painchain.github.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.github.api.record.git.Commit;

/** One account has one name, whichever API tells of it. */
class WhoTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "dependabot[bot],Bot,dependabot[bot]", "dependabot,Bot,dependabot[bot]",
            "dependabot[bot],-,dependabot[bot]", "app/dependabot,-,dependabot[bot]", "app/dependabot,Bot,dependabot[bot]",
            "alice,User,alice", "alice,-,alice", "acme,Organization,acme", "web-flow,User,web-flow", "ghost,User,ghost",
            "-,-,ghost", "' ',User,ghost" })
    void namesAnAccount(String login, String type, String name) {
        assertThat(User.loginOf(new User(login, type))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "alice,Alice A.,a@example.com,alice",
            "dependabot[bot],dependabot[bot],x@y,dependabot[bot]",
            "-,dependabot[bot],49699333+dependabot[bot]@users.noreply.github.com,dependabot[bot]",
            "-,Alice A.,1234+alice@users.noreply.github.com,alice", "-,Alice A.,alice@users.noreply.github.com,alice",
            "-,Alice A.,7+alice@users.noreply.ghe.acme.example,alice", "-,GitHub,noreply@github.com,web-flow",
            "-,Alice A.,a@example.com,Alice A.", "-,Alice A.,-,Alice A.", "-,' ',-,-", "-,-,-,-" })
    void namesWhoMadeACommit(String login, String name, String email, String shown) {
        Commit commit = new Commit("a", null, new Commit.Details("m", new Commit.Signature(name, email, null), null),
                login == null ? null : new User(login), null, null, null);

        assertThat(commit.authorName()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({ "true", "false" })
    void namesADeletedAccount(boolean absent) {
        assertThat(User.loginOf(absent ? null : new User(null))).isEqualTo("ghost");
    }
}
