package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.gitlab.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.gitlab.day.DaySettings;
import io.painchain.simulator.gitlab.day.SimulatedDay;
import io.painchain.simulator.gitlab.limit.LimitSettings;
import io.painchain.simulator.gitlab.truth.TrueEvent;
import io.painchain.simulator.gitlab.world.project.Project;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Six hours of some projects with all that goes wrong, against the stand-in of the backend: what is stored in the end is what
 * happened. {@code -Dday.projects=100 -Dday.hours=24} makes it a whole day, {@code day.seed} another one.
 */
@QuarkusTest
class ManyProjectsTest {

    private static final int PROJECTS = Integer.getInteger("day.projects", 20);
    private static final long SEED = Long.getLong("day.seed", 7);
    private static final Duration LENGTH = Duration.ofHours(Integer.getInteger("day.hours", 6));
    private static final String ALL = "/**";
    private static final String PROJECT = "/**projects/**";
    private static final int MINUTES_TO_SETTLE = 90;
    /** Nothing tells of a flag, so its list is read every six hours. */
    private static final Duration FLAGS = Duration.ofHours(6);
    /** The truth tells the present status of these. */
    private static final Set<String> WITH_STATUS = Set.of("merge_request", "pipeline", "job", "deployment",
            "deployment_status", "issue");

    @RegisterExtension
    private final Rig rig = new Rig();
    private SimulatedDay day;

    @Test
    void keepsAllThatHappened() {
        rig.cadences = Rig.cadences(Duration.ofHours(1));
        rig.restart();
        day = SimulatedDay.in(rig.gitLab.world(), DaySettings.of(PROJECTS, SEED).length(LENGTH));
        rig.gitLab.limits().settings(LimitSettings.likeGitLabCom());
        rig.integrate(Map.of("projects", day.projects().stream().map(Project::path).toList(), "branches", List.of("main")));

        long minutes = LENGTH.toMinutes();
        for (long minute = 1; minute <= minutes; minute++) {
            trouble(minute, minutes);
            live();
        }
        rig.gitLab.faults().clear();
        rig.cycles(MINUTES_TO_SETTLE).clock.tick(FLAGS);
        rig.cycles(10);

        assertThat(differences()).isEmpty();
        assertThat(rig.backend.rejected(Rig.INTEGRATION)).isEmpty();
    }

    private void live() {
        day.advanceTo(rig.clock.instant().plusSeconds(60));
        rig.cycle();
    }

    /** An outage, a limit, a kill, and every half an hour some broken answers. */
    private void trouble(long minute, long minutes) {
        if (minute == minutes / 4) {
            rig.gitLab.faults().on(ALL, Faults.UNTIL_CLEARED, Fault.status(503));
        } else if (minute == minutes / 4 + 40) {
            rig.gitLab.faults().clear();
        } else if (minute == minutes / 2) {
            rig.restart();
        } else if (minute == minutes * 2 / 3) {
            rig.gitLab.limits().settings(LimitSettings.likeGitLabCom().most(10, Duration.ofMinutes(10)));
        } else if (minute == minutes * 2 / 3 + 30) {
            rig.gitLab.limits().settings(LimitSettings.likeGitLabCom());
        } else if (minute % 30 == 0 && rig.gitLab.faults().waiting().isEmpty()) {
            rig.gitLab.faults().on("/**graphql", 3, 1, Fault.partial(1));
            rig.gitLab.faults().on(PROJECT, 10, 2, Fault.status(502));
            rig.gitLab.faults().on(PROJECT, 30, 2, Fault.cut(60));
            rig.gitLab.faults().on(PROJECT, 50, 2, Fault.malformed());
            rig.gitLab.faults().on(PROJECT, 70, 1, Fault.reset(0));
        }
    }

    private List<String> differences() {
        Map<String, EventDraft> stored = rig.backend.events(Rig.INTEGRATION).stream()
                .filter(event -> !event.timestamp().isBefore(day.start()))
                .collect(Collectors.toMap(EventDraft::externalId, event -> event));
        Set<String> seen = Stream.concat(day.truth().stream(), day.passing().stream()).map(TrueEvent::externalId)
                .collect(Collectors.toSet());
        Stream<String> invented = stored.keySet().stream().filter(id -> !seen.contains(id)).map(id -> "never happened: " + id);
        Stream<String> wrong = day.truth().stream().filter(event -> !isAs(event, stored.get(event.externalId())))
                .map(event -> event + " is stored as " + stored.get(event.externalId()));
        return Stream.concat(invented, wrong).toList();
    }

    private static boolean isAs(TrueEvent event, EventDraft stored) {
        return stored != null && event.type().equals(stored.type())
                && (!WITH_STATUS.contains(event.type()) || event.status() == null || event.status().equals(stored.status()));
    }
}
