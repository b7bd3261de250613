package io.painchain.simulator.gitlab.api.route;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.api.call.Pages;
import io.painchain.simulator.gitlab.api.call.ServerTraits;
import io.painchain.simulator.gitlab.render.Json;
import io.painchain.simulator.gitlab.render.UserJson;
import io.painchain.simulator.gitlab.world.World;

/** The server, the user and the token that ask. */
public final class ServerRoutes {

    public static final String TOKEN = "/personal_access_tokens/self";

    private final World world;

    public ServerRoutes(World world) {
        this.world = world;
    }

    List<Route> all() {
        return List.of(Route.open("/version", this::version), Route.open("/metadata", this::metadata));
    }

    private Answer version(Call call) {
        return Answer.of(versionOf(call.traits()));
    }

    private Answer metadata(Call call) {
        ObjectNode node = versionOf(call.traits()).put("enterprise", call.traits().enterpriseEdition());
        node.putObject("kas").put("enabled", false).putNull("externalUrl").putNull("version");
        return Answer.of(node);
    }

    public Answer user(TokenGrant grant, Call call) {
        return Answer.of(UserJson.of(world.basis().user(grant.username()), call.rendering()).put("bot", false));
    }

    /** Those of a name only. */
    public Answer users(Call call) throws ApiException {
        String name = call.query().get("username", "");
        return Pages.counted(call, world.basis().users().stream().filter(user -> user.username().equalsIgnoreCase(name))
                .toList(), user -> UserJson.of(user, call.rendering()));
    }

    /** Any scope may read this. */
    public static Answer token(TokenGrant grant) {
        LocalDate end = grant.expiresAt();
        ObjectNode node = Json.object().put("id", Math.floorMod(grant.token().hashCode(), 1_000_000))
                .put("name", "painchain").put("revoked", false).put("created_at", "2026-01-05T09:00:00.000Z");
        node.set("scopes", Json.texts(grant.scopes().stream().sorted().toList()));
        return Answer.of(node.put("user_id", 1).putNull("last_used_at").put("active", true).put("expires_at",
                end == null ? null : end.toString()));
    }

    private static ObjectNode versionOf(ServerTraits traits) {
        return Json.object().put("version", traits.version()).put("revision", "5a7c1ed3f2b");
    }
}
