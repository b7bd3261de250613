package io.painchain.gitlab.taskhandler;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.taskhandler.ConnectionTesting;
import io.painchain.connector.taskhandler.ConnectionTesting.Opened;
import io.painchain.connector.taskhandler.ConnectionTesting.Within;
import io.painchain.connector.taskhandler.ConnectionTesting.Words;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.config.IntegrationConfig;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.ConnectionTest.Repository;
import io.painchain.model.task.Task;
import io.painchain.model.task.TestInput;

public final class ConnectionTestHandler implements TaskHandler {

    private static final Words WORDS = new Words("GitLab", "project", ProjectName.FORM);

    private final Connections connections;
    private final ConnectionTesting testing;

    public ConnectionTestHandler(Connections connections, ExecutorService threads, Duration deadline) {
        this.connections = connections;
        this.testing = new ConnectionTesting(WORDS, threads, deadline);
    }

    @Override
    public ConnectionTest handle(Task task, Progress progress) {
        return testing.test(end -> open(task, end));
    }

    private Opened open(Task task, Within end) throws TimeoutException {
        IntegrationConfig config = connections.config(task, ContractJson.record(task.input(), TestInput.class).config());
        GitLabApi api = connections.api(config);
        TokenFacts facts = end.within(() -> TokenFacts.of(api));
        if (!facts.self().scopes().isEmpty() && !facts.self().reads()) {
            throw new IllegalArgumentException("the token lacks the scope read_api; make one with it and set it here");
        }
        ProjectProbe probe = new ProjectProbe(api, config);
        Map<String, Callable<Repository>> projects = new LinkedHashMap<>();
        config.projects().keySet().forEach(name -> projects.put(name.toString(), () -> probe.of(name)));
        return new Opened(new ConnectionTest(true, "Connected successfully! " + facts.words(), facts.login(), facts.scopes(),
                null, facts.self().expiresAt(), Map.of(), null), projects, config.unsound());
    }
}
