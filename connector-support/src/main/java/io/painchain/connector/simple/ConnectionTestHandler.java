package io.painchain.connector.simple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.ConnectionTest.Repository;
import io.painchain.model.task.ConnectionTest.Source;
import io.painchain.model.task.Task;
import io.painchain.model.task.TestInput;

/** Asks for the repositories and for the first page of some. */
record ConnectionTestHandler<T>(SimpleConnector<T> connector, SimpleProvider<T> provider) implements TaskHandler {

    /** As many as are read while a user waits. */
    private static final int READ = 5;

    @Override
    public ConnectionTest handle(Task task, Progress progress) {
        Map<String, Object> config = config(task);
        try {
            JsonApi api = provider.quick(connector.account(config));
            List<Repository> read = new ArrayList<>();
            for (String name : connector.repositories(api, config).stream().limit(READ).toList()) {
                read.add(new Repository(name, List.of(read(api, name))));
            }
            return new ConnectionTest(true, "Connected successfully!", null, null, null, null, Map.of(), read);
        } catch (IllegalArgumentException | ProviderException e) {
            return ConnectionTest.failed("Failed to connect to " + provider.name() + ": " + e.getMessage());
        }
    }

    private static Map<String, Object> config(Task task) {
        Map<String, Object> given = ContractJson.record(task.input(), TestInput.class).config();
        if (given == null && task.integration() == null) {
            throw new TaskFailedException(404, "There is no such integration");
        }
        return given == null ? task.integration().config() : given;
    }

    private Source read(JsonApi api, String name) {
        ListRule<T> list = connector.list();
        try {
            api.page(api.url(connector.path(name)), null, list.envelope(), list.type());
            return new Source(list.words(), true, null, null);
        } catch (ProviderException e) {
            return new Source(list.words(), false, null, e.getMessage());
        }
    }
}
