package io.painchain.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

class TurnsByTenantTest {

    private final TurnsByTenant turns = new TurnsByTenant();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> callers = new ArrayList<>();

    @Test
    void letsAnotherTenantInBeforeASecondOneOfTheSame() throws InterruptedException {
        // When
        turns.take("busy", () -> {
            call("busy", "busy 2");
            call("busy", "busy 3");
            call("other", "other 1");
            return order.add("busy 1");
        });
        for (var caller : callers) {
            caller.join();
        }
        // Then
        assertThat(order).containsExactly("busy 1", "other 1", "busy 2", "busy 3");
    }

    /** Returns when the caller waits for its turn. */
    private void call(String tenant, String name) {
        var caller = new Thread(() -> turns.take(tenant, () -> order.add(name)));
        callers.add(caller);
        caller.start();
        while (caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
