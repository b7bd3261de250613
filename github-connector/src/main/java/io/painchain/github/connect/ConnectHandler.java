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

    /** The connector's own App is known to its usual server: its secret is sent to no other. */
    private Asked asked(Task task, ConnectInput input) {
        Object entered = input.inputs() == null ? null : input.inputs().get("apiUrl");
        Object stored = task.integration() == null ? null : task.integration().config().get("apiUrl");
        String url = entered != null ? entered.toString() : stored != null ? stored.toString() : "";
        return url.isBlank() ? new Asked(input, Server.of(usual), own.of(input.way()))
                : new Asked(input, Server.of(ApiUrl.parse(url)), Map.of());
    }
}
