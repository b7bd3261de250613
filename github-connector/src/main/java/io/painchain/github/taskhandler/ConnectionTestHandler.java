package io.painchain.github.taskhandler;

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
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.GitHubTokenProvider;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.SingleSignOn;
import io.painchain.github.auth.AppCredentials;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.ConnectionTest.Repository;
import io.painchain.model.task.Task;
import io.painchain.model.task.TestInput;

public final class ConnectionTestHandler implements TaskHandler {

    private static final Words WORDS = new Words("GitHub", "repository", RepositoryName.FORM);

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
        GitHubApi api = connections.api(config);
        GitHubTokenProvider token = connections.tokens().of(config.api(), config.credentials());
        CredentialFacts facts = end.within(() -> CredentialFacts.of(api, token));
        if (config.repositories().isEmpty() && !(config.credentials() instanceof AppCredentials)) {
            // Only a list says what single sign-on leaves out.
            end.within(() -> api.get(api.url("/user/repos?per_page=1"), null));
        }
        String warning = token.leftOut().isEmpty() ? "" : " " + SingleSignOn.sentence(token.leftOut());
        ConnectionProbe probe = new ConnectionProbe(api, config);
        Map<String, Callable<Repository>> repositories = new LinkedHashMap<>();
        config.repositories().keySet().forEach(name -> repositories.put(name.toString(), () -> probe.of(name)));
        return new Opened(new ConnectionTest(true, "Connected successfully!" + warning, facts.login(), facts.scopes(),
                facts.permissions(), facts.expiresAt(), facts.rateLimit(), null), repositories, config.unsound());
    }
}
