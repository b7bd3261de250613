package io.painchain.simulator.gitlab.render;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.world.base.User;

/** A user within another record. */
public final class UserJson {

    private UserJson() {
    }

    public static ObjectNode of(User user, Rendering rendering) {
        if (user == null) {
            return null;
        }
        User shown = user.shown();
        return Json.object().put("id", shown.id()).put("username", shown.username()).put("name", shown.name())
                .put("state", "active").put("locked", false)
                .put("avatar_url", rendering.web() + "/uploads/-/system/user/avatar/" + shown.id() + "/avatar.png")
                .put("web_url", rendering.web() + "/" + shown.username());
    }
}
