package io.painchain.gitlab.taskhandler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.config.IntegrationConfig;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.ConnectionTest.Repository;
import io.painchain.model.task.ConnectionTest.Source;
import io.painchain.model.task.Task;
import io.painchain.model.task.TestInput;

/** Answers within the time that a user waits. */
public final class ConnectionTestHandler implements TaskHandler {

    private static final String FAILED = "Failed to connect to GitLab: ";
    private static final int PROJECTS = 100;

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
            GitLabApi api = connections.api(config);
            TokenFacts facts = end.within(threads.submit(() -> TokenFacts.of(api)));
            if (!facts.self().scopes().isEmpty() && !facts.self().reads()) {
                return ConnectionTest.failed(FAILED + "the token lacks the scope read_api");
            }
            return new ConnectionTest(true, "Connected successfully! " + facts.words(), facts.login(), facts.scopes(), null,
                    facts.self().expiresAt(), Map.of(), projects(config, new ProjectProbe(api, config), end));
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

    private List<Repository> projects(IntegrationConfig config, ProjectProbe probe, Deadlines end) {
        Map<ProjectName, Future<Repository>> asked = new LinkedHashMap<>();
        config.projects().keySet().stream().limit(PROJECTS)
                .forEach(name -> asked.put(name, threads.submit(() -> probe.of(name))));
        List<Repository> answers = new ArrayList<>();
        config.unsound().forEach(name -> answers.add(unread(name, "Not a project's name: write " + ProjectName.FORM)));
        for (Map.Entry<ProjectName, Future<Repository>> one : asked.entrySet()) {
            try {
                answers.add(end.within(one.getValue()));
            } catch (TimeoutException e) {
                answers.add(unread(one.getKey().toString(), "Not read within the time of the test"));
            } catch (ProviderException e) {
                answers.add(unread(one.getKey().toString(), e.getMessage()));
            }
        }
        config.projects().keySet().stream().skip(PROJECTS)
                .forEach(name -> answers.add(unread(name.toString(), "Not tested: a test reads " + PROJECTS + " at most")));
        return answers;
    }

    private static Repository unread(String name, String why) {
        return new Repository(name, List.of(new Source("project", false, null, why)));
    }
}
