package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.gitlab.rig.Rig;
import io.painchain.simulator.gitlab.limit.LimitSettings;
import io.quarkus.test.junit.QuarkusTest;

/**
 * What projects cost in which nothing happens: three requests an hour each at most. {@code -Didle.projects=1000} asks more.
 */
@QuarkusTest
class IdleProjectsTest {

    private static final int PROJECTS = Integer.getInteger("idle.projects", 50);
    private static final int HOUR = 60;
    /** A project's last activity can be an hour late, so its feed is read until then. */
    private static final Duration LONG_AGO = Duration.ofHours(3);

    @RegisterExtension
    private final Rig rig = new Rig();

    @Test
    void costLittle() {
        rig.gitLab.limits().settings(LimitSettings.none());
        List<String> paths = IntStream.range(0, PROJECTS).mapToObj(i -> "acme/idle/project-" + i).toList();
        paths.forEach(rig::project);
        rig.integrate(Map.of("projects", paths, "branches", List.of("main"))).cycles(3);
        rig.clock.tick(LONG_AGO);
        rig.cycles(5);

        rig.gitLab.requests().reset();
        rig.cycles(HOUR);

        assertThat(rig.gitLab.requests().total()).isLessThanOrEqualTo(3 * PROJECTS);
        assertThat(rig.gitLab.requests().count("/graphql")).isLessThanOrEqualTo(HOUR * (1 + PROJECTS / 50) * 2);
    }
}
