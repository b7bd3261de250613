package io.painchain.connector.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class FairExecutorTest {

    @Test
    void letsGroupsTakeTurns() {
        // Given a lane that is busy while both groups queue up
        List<Runnable> started = new ArrayList<>();
        List<String> ran = new ArrayList<>();
        FairExecutor lanes = new FairExecutor(started::add, 1);
        for (String task : List.of("a1", "a2", "a3", "b1", "b2")) {
            lanes.submit("token", task.substring(0, 1), false, () -> ran.add(task));
        }

        // When
        started.get(0).run();

        // Then
        assertThat(ran).containsExactly("a1", "b1", "a2", "b2", "a3");
    }

    @Test
    void startsWhatIsUrgentFirstAndNowAndThenOneOfTheRest() {
        // Given
        List<Runnable> started = new ArrayList<>();
        List<String> ran = new ArrayList<>();
        FairExecutor lanes = new FairExecutor(started::add, 1);
        List.of("r1", "r2", "r3").forEach(task -> lanes.submit("token", "g", false, () -> ran.add(task)));
        List.of("u1", "u2", "u3", "u4", "u5").forEach(task -> lanes.submit("token", "g", true, () -> ran.add(task)));

        // When
        started.get(0).run();

        // Then
        assertThat(ran).containsExactly("u1", "u2", "u3", "u4", "r1", "u5", "r2", "r3");
    }

    @Test
    void goesOnAfterATaskThatEndsByAFault() {
        // Given
        List<Runnable> started = new ArrayList<>();
        List<String> ran = new ArrayList<>();
        FairExecutor lanes = new FairExecutor(started::add, 1);
        lanes.submit("token", () -> {
            throw new IllegalStateException("a fault");
        });
        lanes.submit("token", () -> {
            throw new StackOverflowError("a worse one");
        });
        lanes.submit("token", () -> ran.add("next"));

        // When
        started.get(0).run();
        lanes.submit("token", () -> ran.add("later"));
        started.get(started.size() - 1).run();

        // Then
        assertThat(ran).containsExactly("next", "later");
    }
}
