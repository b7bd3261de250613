package io.painchain.github.taskhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.rig.SettableClock;
import io.painchain.github.rig.Asked;
import io.painchain.github.rig.Rig;
import io.painchain.model.task.PeopleOutput;
import io.painchain.model.task.PeopleOutput.Account;
import io.painchain.model.task.TaskKind;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.world.repository.NewRepository;

class PeopleHandlerTest {

    private final SettableClock clock = new SettableClock(Rig.START);
    private final GitHubSimulator gitHub = GitHubSimulator.start(SimulatorConfig.of(clock));
    private final PeopleHandler handler = new PeopleHandler(Asked.connections(clock, Duration.ofSeconds(10)));

    @BeforeEach
    void anOrganizationWithATeam() {
        gitHub.world().createRepository(new NewRepository("acme/api"));
        gitHub.world().createRepository(new NewRepository("octo/dotfiles").ofUser());
        gitHub.world().membership("acme").only("alice", "bob");
        gitHub.world().membership("acme").team("backend", "bob");
    }

    @AfterEach
    void stop() {
        gitHub.close();
    }

    @Test
    void tellsOfMembersWithTheirIdsAndTeams() {
        PeopleOutput told = people(List.of(), "acme/api");

        assertThat(told.accounts()).extracting(Account::login, Account::member, Account::groups).containsExactly(
                tuple("alice", true, List.of()), tuple("bob", true, List.of("acme/backend")));
        assertThat(told.accounts()).extracting(Account::externalId).containsExactly(id("alice"), id("bob"));
        assertThat(told.complete()).isTrue();
        assertThat(told.warnings()).isEmpty();
        assertThat(told.realm()).isEqualTo(gitHub.enterpriseUri().getAuthority());
    }

    @Test
    void readsMorePagesThanOne() {
        String[] many = new String[250];
        for (int i = 0; i < many.length; i++) {
            many[i] = "member-" + i;
        }
        gitHub.world().membership("acme").only(many);

        assertThat(people(List.of(), "acme/api").accounts()).hasSize(250);
    }

    @Test
    void looksUpAuthorsThatAreNoMembers() {
        gitHub.world().account("carol");
        gitHub.world().account("deploy[bot]");

        PeopleOutput told = people(List.of("carol", "deploy[bot]", "nobody-there", "Some Body", "alice"), "acme/api");

        assertThat(told.accounts()).extracting(Account::login, Account::name, Account::member, Account::bot)
                .containsExactlyInAnyOrder(tuple("alice", "Alice", true, false), tuple("bob", null, true, false),
                        tuple("carol", "Carol", false, false), tuple("deploy[bot]", "Deploy[bot]", false, true));
        assertThat(told.complete()).isTrue();
    }

    @Test
    void takesTheOwnerOfTheirOwnRepositoriesForTheirMember() {
        assertThat(people(List.of(), "octo/dotfiles", "acme/api").accounts()).extracting(Account::login)
                .containsExactlyInAnyOrder("alice", "bob", "octo");
    }

    @Test
    void saysWhatIsLeftOut() {
        PeopleOutput told = people(List.of("alice"), "gone/api", "acme/api");

        assertThat(told.complete()).isFalse();
        assertThat(told.warnings()).singleElement().asString().startsWith("gone cannot be read: ");
        assertThat(told.accounts()).hasSize(2);
    }

    @Test
    void failsWhereTheTokenIsBad() {
        assertThatThrownBy(() -> people("ghp_nobodys", List.of(), "acme/api")).isInstanceOf(ProviderException.class);
    }

    private String id(String login) {
        return Long.toString(gitHub.world().account(login).id());
    }

    private PeopleOutput people(List<String> authors, String... repositories) {
        return people(SimulatorConfig.TOKEN, authors, repositories);
    }

    private PeopleOutput people(String token, List<String> authors, String... repositories) {
        Map<String, Object> config = Map.of("token", token, "apiUrl", gitHub.enterpriseUri().toString(), "repositories",
                List.of(repositories));
        return handler.handle(Asked.task(TaskKind.people, config, Map.of("authors", authors)), Asked.unheard());
    }
}
