package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.gitlab.rig.Asked;
import io.painchain.gitlab.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;
import io.painchain.model.task.Discovery;
import io.painchain.model.task.TaskKind;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.record.RequestCount;
import io.painchain.simulator.world.change.By;
import io.quarkus.test.junit.QuarkusTest;

/** Lists longer than one answer shows are read to their end, or it is said that they are not. */
@QuarkusTest
class LongListsTest {

    private static final String PATH = "acme/shop/web";
    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Project web = rig.project(PATH);

    private Rig tracked() {
        return rig.integrate(Map.of("projects", List.of(PATH), "branches", List.of("main"))).cycle();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Link", "Link,X-Next-Page" })
    void areReadToTheirEndWhereAProxyTakesTheLinksOut(String headers) {
        // Given
        tracked();
        rig.gitLab.faults().forGood("/**", Fault.without(headers));
        for (int i = 1; i <= 230; i++) {
            rig.clock.tick(Duration.ofSeconds(1));
            web.issues().open("Problem " + i, "issue", ALICE);
        }

        // When
        rig.cycles(3);

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.matches("issue-.*#opened")).hasSize(230);
        assertThat(rig.backend.lastReport().error()).isNull();
    }

    @Test
    void nameNoGapWhereAProxyTakesTheLinksOutOfJustOneFullPage() {
        // Given
        tracked();
        rig.gitLab.faults().forGood("/**", Fault.without("Link,X-Next-Page"));
        for (int i = 1; i <= 100; i++) {
            rig.clock.tick(Duration.ofSeconds(1));
            web.issues().open("Problem " + i, "issue", ALICE);
        }

        // When
        rig.cycles(3);

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.matches("issue-.*#opened")).hasSize(100);
        assertThat(rig.backend.coverage()).allSatisfy(line -> assertThat(line.gaps()).isEmpty());
    }

    @Test
    void countsTheApprovalBelowAHundredOtherNotes() {
        // Given
        web.mergeRequests().open(NewMergeRequest.of("Add it", "feature"), ALICE);
        rig.clock.tick(Duration.ofMinutes(1));
        web.mergeRequests().approve(1, BOB);
        for (int i = 0; i < 60; i++) {
            web.mergeRequests().approve(1, ALICE);
            web.mergeRequests().unapprove(1, ALICE);
        }

        // When
        tracked();

        // Then
        assertThat(rig.event("mr-" + PATH + "-1#opened").data()).containsEntry("approved_count", 1);
    }

    @Test
    void reckonFromTheFirstOfManyCommits() {
        // Given
        web.mergeRequests().open(NewMergeRequest.of("Add it", "feature").commits(130), ALICE);
        rig.clock.tick(Duration.ofHours(5));
        web.mergeRequests().merge(1, MergeMethod.MERGE, BOB);

        // When
        tracked();

        // Then
        Map<String, Object> data = rig.event("mr-" + PATH + "-1#merged").data();
        assertThat(data).containsEntry("commit_count", 130);
        assertThat(rig.gitLab.requests().counts()).filteredOn(count -> count.route().contains("/merge_requests/")
                && count.route().endsWith("/commits")).singleElement().extracting(RequestCount::count).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = { 404, 500 })
    void nameAGapWhereNobodyCompares(int status) {
        // Given
        tracked();
        rig.gitLab.faults().forGood("/projects/*/repository/compare", Fault.status(status));

        // When
        web.pushes().commit("main", Collections.nCopies(520, "Change it"), ALICE);
        rig.cycles(7);

        // Then
        assertThat(rig.backend.coverage()).filteredOn(line -> line.source().equals("commits")).flatExtracting(Coverage::gaps)
                .isNotEmpty();
        assertThat(rig.backend.events(Rig.INTEGRATION)).extracting(EventDraft::type).contains("commit");
    }

    @Test
    void nameNoGapAfterAnOrdinaryPush() {
        tracked();
        web.pushes().commit("main", Collections.nCopies(120, "Change it"), ALICE);
        rig.cycles(7);

        assertThat(rig.backend.events(Rig.INTEGRATION)).filteredOn(event -> event.type().equals("commit"))
                .hasSizeGreaterThanOrEqualTo(120);
        assertThat(rig.backend.coverage()).allSatisfy(line -> assertThat(line.gaps()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /projects/*/repository/branches | Commits are read of the branches among the first 3000 only
            /projects/*/repository/tags     | Branches and tags are not compared
            /projects/*/feature_flags       | Feature flags are read of the first 500 only
            """)
    void sayWhatIsNotReadWhereTheyHaveNoEnd(String list, String sentence) {
        rig.gitLab.faults().forGood(list, Fault.link("https://gitlab.example/api/v4/list?page=2"));

        tracked().cycles(2);

        assertThat(rig.backend.lastReport().error()).contains(sentence);
    }

    @Test
    void sayThatOnlySomeProjectsAreReadWhereNoneIsNamed() {
        rig.gitLab.faults().forGood("/projects", Fault.link("https://gitlab.example/api/v4/projects?page=2"));

        rig.integrate(Map.of()).cycle();

        assertThat(rig.backend.lastReport().warnings()).singleElement().asString()
                .startsWith("The token is a member of more than 1000 projects");
    }

    @Test
    void sayThatMoreProjectsCanBeSeenThanGitLabLists() {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            rig.gitLab.faults().forGood("/projects", Fault.link("https://gitlab.example/api/v4/projects?page=502"));

            Discovery last = (Discovery) Asked.of(rig, threads).done(TaskKind.discover,
                    Asked.of(rig, threads).config(Map.of()), Map.of("page", 501, "perPage", 100));

            assertThat(last.nextPage()).isNull();
            assertThat(last.warnings()).singleElement().asString().startsWith("More than 50000 projects can be seen");
        } finally {
            threads.shutdownNow();
        }
    }
}
