package io.painchain.github.rig;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.rig.ClockWaiting;
import io.painchain.connector.rig.SettableClock;
import io.painchain.connector.rig.Unheard;
import io.painchain.connector.task.Progress;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.auth.TokenProviders;
import io.painchain.github.taskhandler.Connections;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;

/** What handlers of tasks are given, without a backend. */
public final class Asked {

    private Asked() {
    }

    /** Who waits for a turn lets the clock go on. */
    public static Connections connections(SettableClock clock, Duration requestTimeout) {
        HttpTransport transport = new HttpTransport(requestTimeout, HttpTransport.ANSWER_LIMIT);
        return new Connections(Rig.settings(URI.create("http://127.0.0.1:1/api"), requestTimeout), transport,
                new TokenProviders(transport, clock), new ApiMetrics("github", new SimpleMeterRegistry()), clock,
                () -> GitHubLimits.budget(clock, 240, new ClockWaiting(clock)));
    }

    public static Task task(TaskKind kind, Map<String, Object> config, Map<String, Object> input) {
        IntegrationView integration = config == null ? null
                : new IntegrationView(Rig.INTEGRATION, null, "github", "Rig", config, List.of(), true, 1, Instant.EPOCH,
                        Instant.EPOCH, null, false, false, null, null, 0, List.of(), Map.of());
        return new Task("task-1", "github", kind, null, config == null ? null : Rig.INTEGRATION, input, 1, Instant.EPOCH,
                integration);
    }

    /** For handlers that are done before anybody asks how far they are. */
    public static Progress unheard() {
        return new Unheard();
    }
}
