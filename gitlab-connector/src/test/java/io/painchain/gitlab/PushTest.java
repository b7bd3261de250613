package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.gitlab.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;
import io.painchain.simulator.gitlab.truth.TrueEvent;
import io.painchain.simulator.gitlab.truth.Truth;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.world.change.By;
import io.quarkus.test.junit.QuarkusTest;

/** What the feed tells, and what it does not. */
@QuarkusTest
class PushTest {

    private static final String PATH = "acme/shop/web";
    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private Project web;

    @BeforeEach
    void begin() {
        web = rig.project(PATH);
        for (String branch : List.of("a", "b", "c", "d", "e")) {
            web.pushes().branch(branch, "main", ALICE);
        }
        rig.integrate(Map.of("projects", List.of(PATH))).cycle();
    }

    private void assertWhole() {
        List<String> happened = Truth.of(rig.gitLab.world(), Rig.START).stream().map(TrueEvent::externalId)
                .filter(id -> !id.startsWith("commit-")).toList();
        assertThat(rig.ids()).containsExactlyInAnyOrderElementsOf(happened);
    }

    @Test
    void tellsOfPushesWithTheirCommits() {
        web.pushes().commit("main", List.of("Fix it", "Test it"), ALICE);
        rig.cycles(7);

        assertWhole();
        EventDraft push = rig.backend.events(Rig.INTEGRATION).stream().filter(event -> event.type().equals("push")).findFirst()
                .orElseThrow();
        assertThat(push.title()).isEqualTo("[Push] main: Test it");
        assertThat(push.author()).isEqualTo("alice");
        assertThat(push.data()).containsEntry("commit_count", 2).containsEntry("time_exact", true);
        assertThat(push.entity()).isEqualTo("branch:acme/shop/web@main");
    }

    @Test
    void tellsOfBranchesAndTagsThatComeAndGo() {
        web.pushes().branch("new", "main", ALICE);
        web.pushes().tag("v1", "main", null, ALICE);
        rig.clock.tick(Duration.ofSeconds(10));
        web.pushes().deleteBranch("new", ALICE);
        web.pushes().deleteTag("v1", ALICE);
        rig.cycles(7);

        assertWhole();
    }

    @Test
    void findsOutWhatAPushOfManyBranchesDid() {
        // Given
        web.pushes().commit("a", List.of("Before"), ALICE);
        rig.cycle();

        // When
        web.pushes().bulk(List.of("a", "b", "c", "d", "brand-new"), "All at once", ALICE);
        rig.cycles(2);
        web.pushes().commit("b", List.of("After"), ALICE);
        rig.cycles(10);

        // Then
        assertWhole();
    }

    @Test
    void tellsApartWhatWasPushedRightAfterwards() {
        web.pushes().bulk(List.of("a", "b", "c", "d"), "All at once", ALICE);
        rig.clock.tick(Duration.ofSeconds(5));
        web.pushes().commit("a", List.of("Right after"), ALICE);
        rig.cycles(10);

        assertWhole();
    }

    @Test
    void namesAGapWhileSuchAPushIsNotTakenApart() {
        web.pushes().bulk(List.of("a", "b", "c", "d"), "All at once", ALICE);
        rig.cycles(2);
        assertThat(gapsOfPushes()).isPositive();

        rig.cycles(15);

        assertThat(gapsOfPushes()).isZero();
    }

    private int gapsOfPushes() {
        List<Coverage> lines = rig.backend.coverage().stream().filter(line -> line.source().equals("pushes")).toList();
        Coverage last = lines.get(lines.size() - 1);
        return last.gaps() == null ? 0 : last.gaps().size();
    }

    @Test
    void findsOutWhichOfManyTagsCame() {
        Map<String, String> tags = new LinkedHashMap<>();
        List.of("v1", "v2", "v3", "v4", "v5").forEach(tag -> tags.put(tag, "main"));
        web.pushes().tags(tags, null, ALICE);
        rig.cycles(15);

        assertWhole();
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("tag-")).hasSize(5);
    }

    @Test
    void readsOnPastPagesThatAreShortOrEmpty() {
        web.pushes().commit("main", List.of("First"), ALICE);
        web.feed().addHidden(230, ALICE);
        web.pushes().commit("main", List.of("Second"), ALICE);
        rig.cycles(7);

        assertWhole();
    }

    @Test
    void takesLinesThatCommittedLate() {
        web.feed().delay(Duration.ofSeconds(100));
        web.pushes().commit("main", List.of("Late"), ALICE);
        web.feed().delay(Duration.ZERO);
        rig.clock.tick(Duration.ofSeconds(1));
        web.pushes().commit("a", List.of("Early"), ALICE);
        rig.cycles(12);

        assertWhole();
    }
}
