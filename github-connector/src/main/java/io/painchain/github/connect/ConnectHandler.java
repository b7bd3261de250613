package io.painchain.github.connect;

import java.time.Clock;
import java.util.Map;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.config.OwnApps;
import io.painchain.github.taskhandler.Connections;
import io.painchain.model.connect.ConnectInput;
import io.painchain.model.connect.ConnectInput.Action;
import io.painchain.model.connect.ConnectOutput;
import io.painchain.model.task.Task;

/** One step of connecting, asked of the way that was chosen. */
public final class ConnectHandler implements TaskHandler {

    private final Map<String, Way> ways;
    private final Connections connections;
    private final ApiUrl usual;
    private final OwnApps own;

    public ConnectHandler(Connections connections, HttpTransport transport, Clock clock, ApiUrl usual, OwnApps own) {
        OAuthApi oauth = new OAuthApi(transport);
        Users users = new Users(connections);
        AppGrants grants = new AppGrants(oauth, users, connections);
        this.ways = Map.of("manifest", new ManifestWay(oauth, grants), "app", new AppWay(grants, connections), "oauth",
                new OAuthWay(oauth, users, clock), "device", new DeviceWay(oauth, users, clock));
        this.connections = connections;
        this.usual = usual;
        this.own = own;
    }

    @Override
    public ConnectOutput handle(Task task, Progress progress) {
        ConnectInput input = ContractJson.record(task.input(), ConnectInput.class);
        Way way = ways.get(input.way());
        if (way == null) {
            throw new TaskFailedException(400, "This connector knows no such way to connect; is it of another version?");
        }
        try {
            Asked asked = asked(task, input);
            return switch (input.action()) {
                case begin -> way.begin(asked);
                case proceed -> way.proceed(asked);
                case refresh -> way.refresh(asked);
                case revoke -> way.revoke(asked, () -> connections.config(task, null));
            };
        } catch (IllegalArgumentException e) {
            throw new TaskFailedException(400, e.getMessage());
        }
    }

    /**
     * The connector's own App is known to its usual server, and goes with nothing that was entered of another: its secrets are
     * sent nowhere else.
     */
    private Asked asked(Task task, ConnectInput input) {
        Map<String, String> given = own.of(input.way());
        if (input.action() == Action.refresh || input.action() == Action.revoke) {
            ApiUrl api = server(input.grant().kept() == null ? null : input.grant().kept().get(Asked.SERVER));
            if (input.action() == Action.refresh) {
                requireUnchanged(task, api);
            }
            return new Asked(input, Server.of(api), api.equals(usual) ? given : Map.of());
        }
        Map<String, String> entered = input.inputs() == null ? Map.of() : input.inputs();
        ApiUrl api = server(entered.get("apiUrl"));
        boolean isOwn = api.equals(usual) && given.keySet().stream().noneMatch(entered::containsKey);
        return new Asked(input, Server.of(api), isOwn ? given : Map.of());
    }

    private ApiUrl server(String url) {
        return url == null || url.isBlank() ? usual : ApiUrl.parse(url);
    }

    /** What is refreshed goes into the configuration, and from there to the server that it names now. */
    private void requireUnchanged(Task task, ApiUrl granted) {
        Object named = task.integration() == null ? null : task.integration().config().get("apiUrl");
        if (!server(named == null ? null : named.toString()).equals(granted)) {
            throw new TaskFailedException(400, "The integration was led to another server since it was connected");
        }
    }
}
