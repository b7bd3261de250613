package io.painchain.github.taskhandler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.taskhandler.Deadlines;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.GitHubTokenProvider;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.SingleSignOn;
import io.painchain.github.auth.AppCredentials;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.ConnectionTest.Repository;
import io.painchain.model.task.ConnectionTest.Source;
import io.painchain.model.task.Task;
import io.painchain.model.task.TestInput;

/** Answers within the time that a user waits. */
public final class ConnectionTestHandler implements TaskHandler {

    private static final String FAILED = "Failed to connect to GitHub: ";
    private static final int REPOSITORIES = 100;

    private final Connections connections;
    private final ExecutorService threads;
    private final Duration deadline;

    public ConnectionTestHandler(Connections connections, ExecutorService threads, Duration deadline) {
        this.connections = connections;
        this.threads = threads;
        this.deadline = deadline;
    }

    @Override
    public ConnectionTest handle(Task task, Progress progress) {
        Deadlines end = new Deadlines(deadline);
        try {
            IntegrationConfig config = connections.config(task, ContractJson.record(task.input(), TestInput.class).config());
            GitHubApi api = connections.api(config);
            GitHubTokenProvider token = connections.tokens().of(config.api(), config.credentials());
            CredentialFacts facts = end.within(threads.submit(() -> CredentialFacts.of(api, token)));
            if (config.repositories().isEmpty() && !(config.credentials() instanceof AppCredentials)) {
                // Only a list says what single sign-on leaves out.
                end.within(threads.submit(() -> api.get(api.url("/user/repos?per_page=1"), null)));
            }
            String warning = token.leftOut().isEmpty() ? "" : " " + SingleSignOn.sentence(token.leftOut());
            return new ConnectionTest(true, "Connected successfully!" + warning, facts.login(), facts.scopes(),
                    facts.permissions(),
                    facts.expiresAt(), facts.rateLimit(), repositories(config, new ConnectionProbe(api, config), end));
        } catch (IllegalArgumentException e) {
            return ConnectionTest.failed(FAILED + e.getMessage());
        } catch (ProviderException e) {
            if (e.is(Kind.STOPPING)) {
                throw e;
            }
            return ConnectionTest.failed(FAILED + e.getMessage());
        } catch (TimeoutException e) {
            return ConnectionTest.failed(FAILED + "it did not answer within " + deadline.toSeconds()
                    + " s; check the address, firewall and proxy");
        }
    }

    private List<Repository> repositories(IntegrationConfig config, ConnectionProbe probe, Deadlines end) {
        Map<RepositoryName, Future<Repository>> asked = new java.util.LinkedHashMap<>();
        config.repositories().keySet().stream().limit(REPOSITORIES)
                .forEach(name -> asked.put(name, threads.submit(() -> probe.of(name))));
        List<Repository> answers = new ArrayList<>();
        config.unsound().forEach(name -> answers.add(unread(name, "Not a repository's name: write owner/repo")));
        for (Map.Entry<RepositoryName, Future<Repository>> one : asked.entrySet()) {
            try {
                answers.add(end.within(one.getValue()));
            } catch (TimeoutException e) {
                answers.add(unread(one.getKey().toString(), "Not read within the time of the test"));
            } catch (ProviderException e) {
                answers.add(unread(one.getKey().toString(), e.getMessage()));
            }
        }
        config.repositories().keySet().stream().skip(REPOSITORIES)
                .forEach(name -> answers.add(unread(name.toString(), "Not tested: a test reads " + REPOSITORIES + " at most")));
        return answers;
    }

    private static Repository unread(String name, String why) {
        return new Repository(name, List.of(new Source("repository", false, null, why)));
    }
}
