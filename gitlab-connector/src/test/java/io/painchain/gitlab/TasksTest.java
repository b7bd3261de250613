package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.connector.task.TaskFailedException;
import io.painchain.gitlab.rig.Asked;
import io.painchain.gitlab.rig.Rig;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.Discovery;
import io.painchain.model.task.PeopleOutput;
import io.painchain.model.task.TaskKind;
import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.world.deployment.Deployment.NewDeployment;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.project.Feature;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.record.RequestRecord;
import io.painchain.simulator.world.change.By;
import io.quarkus.test.junit.QuarkusTest;

/** What users ask for beside the polling. */
@QuarkusTest
class TasksTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Project web = rig.project("acme/shop/web");

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Map<String, Object> config(Map<String, Object> more) {
        return Asked.of(rig, threads).config(more);
    }

    private Object done(TaskKind kind, Map<String, Object> config, Map<String, Object> input) {
        return Asked.of(rig, threads).done(kind, config, input);
    }

    private ConnectionTest tested(Map<String, Object> more) {
        return (ConnectionTest) done(TaskKind.test, config(more), Map.of());
    }

    @Test
    void testsATokenAndWhatItMayRead() {
        web.turn(Feature.RELEASES, false);

        ConnectionTest test = tested(Map.of());

        assertThat(test.ok()).isTrue();
        assertThat(test.message()).startsWith("Connected successfully! GitLab ");
        assertThat(test.login()).isEqualTo("admin");
        assertThat(test.scopes()).contains("read_api");
        assertThat(test.repositories()).singleElement().satisfies(project -> {
            assertThat(project.name()).isEqualTo("acme/shop/web");
            assertThat(project.sources()).allMatch(ConnectionTest.Source::ok);
            assertThat(project.sources()).filteredOn(source -> source.source().equals("releases")).singleElement()
                    .extracting(ConnectionTest.Source::detail).asString().startsWith("Switched off");
        });
    }

    @Test
    void namesTheRoleThatIsMissing() {
        rig.gitLab.tokens().add(TokenGrant.of("glpat-reporter", "reporter").level(20));

        ConnectionTest test = tested(Map.of("token", "glpat-reporter", "projects", List.of("acme/shop/web", "acme/none")));

        assertThat(test.repositories().get(0).sources()).filteredOn(source -> !source.ok()).singleElement()
                .satisfies(source -> assertThat(source.source() + " " + source.missing()).isEqualTo("feature_flags Developer"));
        assertThat(test.repositories().get(1).sources().get(0).detail()).startsWith("Project not found: acme/none");
    }

    @Test
    void saysWhyItCannotConnect() {
        assertThat(tested(Map.of("token", "glpat-wrong")).message())
                .startsWith("Failed to connect to GitLab: Authentication failed");
        assertThat(tested(Map.of("url", "http://127.0.0.1:1")).message())
                .startsWith("Failed to connect to GitLab: Network error: 127.0.0.1: no connection could be made");
        assertThat(tested(Map.of("url", "http://gitlab.example.com")).message())
                .startsWith("Failed to connect to GitLab: url must be");
    }

    @Test
    void saysThatAScopeIsMissing() {
        rig.gitLab.tokens().add(TokenGrant.of("glpat-narrow", "narrow").scopes("read_user"));

        assertThat(tested(Map.of("token", "glpat-narrow")).message()).contains("read_api");
    }

    @Test
    void findsProjectsToChooseFrom() {
        for (int i = 0; i < 35; i++) {
            rig.project("acme/team/service-" + i);
        }

        Discovery first = (Discovery) done(TaskKind.discover, config(Map.of()), Map.of("page", 1, "perPage", 30));
        Discovery second = (Discovery) done(TaskKind.discover, config(Map.of()), Map.of("page", 2, "perPage", 30));
        Discovery found = (Discovery) done(TaskKind.discover, config(Map.of()), Map.of("q", "shop", "page", 1, "perPage", 30));

        assertThat(first.repositories()).hasSize(30);
        assertThat(first.nextPage()).isEqualTo(2);
        assertThat(second.repositories()).hasSize(6);
        assertThat(second.nextPage()).isNull();
        assertThat(found.repositories()).singleElement().satisfies(project -> {
            assertThat(project.name()).isEqualTo("acme/shop/web");
            assertThat(project.tracked()).isTrue();
        });
    }

    @Test
    void findsProjectsThatAreActiveOrArchived() {
        rig.project("acme/old/attic").archived(true);

        Discovery archived = (Discovery) done(TaskKind.discover, config(Map.of()),
                Map.of("page", 1, "perPage", 30, "filter", Map.of("archived", true)));
        Discovery active = (Discovery) done(TaskKind.discover, config(Map.of()),
                Map.of("page", 1, "perPage", 30, "filter", Map.of("activeSince", "2100-01-01T00:00:00Z")));

        assertThat(archived.repositories()).singleElement().satisfies(project -> {
            assertThat(project.name()).isEqualTo("acme/old/attic");
            assertThat(project.externalId()).matches("[0-9]+");
        });
        assertThat(active.repositories()).isEmpty();
    }

    @Test
    void tellsOfPeopleByTheirIds() {
        long carol = rig.gitLab.world().basis().user("carol").id();
        rig.gitLab.world().basis().user("project_7_bot_0a1b");

        PeopleOutput told = (PeopleOutput) done(TaskKind.people, config(Map.of()),
                Map.of("authors", List.of("carol", "Nobody There")));

        assertThat(told.complete()).isTrue();
        assertThat(told.accounts()).filteredOn(one -> one.login().equals("carol")).singleElement().satisfies(one -> {
            assertThat(one.externalId()).isEqualTo(Long.toString(carol));
            assertThat(one.name()).isEqualTo("Carol");
            assertThat(one.member()).isTrue();
            assertThat(one.groups()).containsExactly("acme/shop");
            assertThat(one.bot()).isFalse();
        });
        assertThat(told.accounts()).filteredOn(PeopleOutput.Account::bot).extracting(PeopleOutput.Account::login)
                .containsExactly("project_7_bot_0a1b");
        PeopleOutput missing = (PeopleOutput) done(TaskKind.people, config(Map.of("projects", List.of("acme/gone"))), Map.of());
        assertThat(missing.complete()).isFalse();
        assertThat(missing.warnings()).singleElement().asString().startsWith("Members of acme/gone cannot be read");
    }

    @Test
    void refusesToLookForProjectsWithABadConfiguration() {
        assertThatExceptionOfType(TaskFailedException.class)
                .isThrownBy(() -> done(TaskKind.discover, config(Map.of("url", "nonsense")), Map.of("page", 1, "perPage", 30)))
                .satisfies(failure -> assertThat(failure.status()).isEqualTo(400));
    }

    @Test
    void readsThePast() {
        // Given
        for (int i = 1; i <= 70; i++) {
            web.mergeRequests().open(NewMergeRequest.of("Change " + i, "change-" + i), ALICE);
            rig.clock.tick(Duration.ofMinutes(10));
            web.mergeRequests().merge(i, MergeMethod.MERGE, ALICE);
        }
        rig.integrate(config(Map.of())).cycle();
        assertThat(rig.ids()).filteredOn(id -> id.endsWith("#merged")).hasSizeLessThan(70);

        // When
        done(TaskKind.backfill, config(Map.of()), Map.of("from", Rig.START.toString()));

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("mr-") && id.endsWith("#merged")).hasSize(70);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("mr-") && id.endsWith("#opened")).hasSize(70);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("push-") && id.contains("-main@")).hasSize(70);
    }

    @Test
    void readsAPastOfManyPagesInStretches() {
        // Given
        for (int i = 1; i <= 4_500; i++) {
            rig.clock.tick(Duration.ofSeconds(20));
            web.deployments().create(NewDeployment.of("main", "production"), "failed", ALICE);
        }
        rig.integrate(config(Map.of())).cycle();
        rig.gitLab.requests().reset();

        // When
        done(TaskKind.backfill, config(Map.of()), Map.of("from", Rig.START.toString(), "kinds", List.of("deployment")));

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("deployment-") && !id.contains("#")).hasSize(4_500);
        List<String> pages = rig.gitLab.requests().recent().stream()
                .filter(request -> request.route().equals("/projects/:id/deployments")).map(RequestRecord::query).toList();
        assertThat(pages).noneMatch(query -> query.matches(".*\\bpage=(2[1-9]|[3-9]\\d|\\d{3,})\\b.*"));
        assertThat(pages).filteredOn(query -> query.contains("updated_before=")).hasSizeGreaterThan(20);
    }
}
