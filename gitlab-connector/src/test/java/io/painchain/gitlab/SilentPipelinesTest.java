package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.gitlab.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.world.change.By;
import io.quarkus.test.junit.QuarkusTest;

/** Pipelines of which no list tells anything new: deleted ones, ones that never end, ones that wait. */
@QuarkusTest
class SilentPipelinesTest {

    private static final String PATH = "acme/shop/web";
    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Project web = rig.project(PATH);

    private Rig integrated(String... projects) {
        return rig.integrate(Map.of("projects", List.of(projects)));
    }

    private void hours(int count) {
        for (int hour = 0; hour < count; hour++) {
            rig.clock.tick(Duration.ofMinutes(58));
            rig.cycles(2);
        }
    }

    private long pipeline() {
        return web.pipelines().start(web.pipelines().create(NewPipeline.of("main", "test"), ALICE).id(), ALICE).id();
    }

    private EventDraft pipeline(long id) {
        return rig.event("pipeline-" + PATH + "-" + id);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void tellsOfAnUnfinishedPipelineThatWasDeleted(boolean restarted) {
        // Given
        rig.cadences = Rig.cadences(Duration.ofHours(1));
        integrated(PATH).restart().cycle();
        long deleted = pipeline();
        long finished = pipeline();
        web.pipelines().finish(finished, "success", ALICE);
        rig.cycles(2);

        // When
        web.pipelines().delete(deleted);
        web.pipelines().delete(finished);
        if (restarted) {
            rig.restart();
        }
        hours(3);

        // Then
        assertThat(pipeline(deleted).status()).isEqualTo("deleted");
        assertThat(pipeline(deleted).title()).startsWith("[Pipeline] – ");
        assertThat(pipeline(finished).status()).isEqualTo("success");
    }

    @Test
    void showsAPipelineThatNeverEndsAsStaleAndAsksForItEverMoreSeldom() {
        // Given
        integrated(PATH).cycle();
        long zombie = pipeline();
        rig.cycles(2);
        assertThat(pipeline(zombie).status()).isEqualTo("running");

        // When
        hours(27);

        // Then
        assertThat(pipeline(zombie).status()).isEqualTo("stale");
        hours(48);
        rig.gitLab.requests().reset();
        hours(48);
        assertThat(rig.gitLab.requests().count("/projects/:id/pipelines/:pipeline_id")).isLessThanOrEqualTo(3);

        // When it ends after all
        web.pipelines().finish(zombie, "failed", ALICE);
        hours(2);

        // Then
        assertThat(pipeline(zombie).status()).isEqualTo("failed");
    }

    @Test
    void keepsAPipelineThatWaitsForSomebody() {
        // Given
        integrated(PATH).cycle();
        long waiting = web.pipelines().create(NewPipeline.of("main", "test"), ALICE).id();
        web.pipelines().block(waiting, ALICE);

        // When
        hours(30);

        // Then
        assertThat(pipeline(waiting).status()).isEqualTo("manual");
    }
}
