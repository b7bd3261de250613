package io.painchain.simulator.api.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.render.issue.LabelJson;
import io.painchain.simulator.render.repository.RepositoryJson;
import io.painchain.simulator.world.change.UnknownThingException;
import io.painchain.simulator.world.issue.Label;
import io.painchain.simulator.world.issue.Labels;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.repository.RepositorySettings;

/** Changes of a repository's settings and labels. */
final class WriteRoutes {

    private static final String ORDINARY = "ededed";

    private WriteRoutes() {
    }

    static Answer settings(RepositoryCall call) throws ApiException {
        Repository repository = call.repository();
        JsonNode body = call.body();
        try {
            repository.edit(settings -> changed(settings, body));
        } catch (UnknownThingException e) {
            throw new ApiException(422, "Validation Failed")
                    .because("Repository", "default_branch", "invalid");
        }
        return Answer.of(RepositoryJson.full(call.links(), repository));
    }

    static Answer createLabel(RepositoryCall call) throws ApiException {
        Labels labels = call.repository().labels();
        String name = call.body().path("name").asText("");
        if (name.isBlank()) {
            throw invalid("name", "missing_field");
        }
        if (labels.find(name).isPresent()) {
            throw invalid("name", "already_exists");
        }
        Label label = labels.create(name, color(call, ORDINARY), call.body().path("description").textValue());
        return Answer.of(LabelJson.label(call.links(), call.repository(), label)).status(201);
    }

    static Answer editLabel(RepositoryCall call) throws ApiException {
        Label old = label(call);
        String name = call.body().path("new_name").asText(old.name());
        Labels labels = call.repository().labels();
        if (!name.equalsIgnoreCase(old.name()) && labels.find(name).isPresent()) {
            throw invalid("name", "already_exists");
        }
        String description = call.body().has("description") ? call.body().get("description").textValue()
                : old.description();
        Label label = labels.edit(old.name(), name, color(call, old.color()), description);
        return Answer.of(LabelJson.label(call.links(), call.repository(), label));
    }

    static Answer deleteLabel(RepositoryCall call) throws ApiException {
        call.repository().labels().delete(label(call).name());
        return Answer.nothing();
    }

    static Answer oneLabel(RepositoryCall call) throws ApiException {
        return Answer.of(LabelJson.label(call.links(), call.repository(), label(call)));
    }

    private static RepositorySettings changed(RepositorySettings settings, JsonNode body) {
        RepositorySettings now = settings;
        now = set(now, body.get("description"), (it, value) -> it.description(value.textValue()));
        now = set(now, body.get("homepage"), (it, value) -> it.homepage(value.textValue()));
        now = set(now, body.get("private"), (it, value) -> it.isPrivate(value.asBoolean()));
        now = set(now, body.get("has_issues"), (it, value) -> it.hasIssues(value.asBoolean()));
        now = set(now, body.get("has_wiki"), (it, value) -> it.hasWiki(value.asBoolean()));
        now = set(now, body.get("archived"), (it, value) -> it.archived(value.asBoolean()));
        return set(now, body.get("default_branch"), (it, value) -> it.defaultBranch(value.asText()));
    }

    private static RepositorySettings set(RepositorySettings settings, JsonNode value,
            BiFunction<RepositorySettings, JsonNode, RepositorySettings> change) {
        return value == null ? settings : change.apply(settings, value);
    }

    private static Label label(RepositoryCall call) throws ApiException {
        String name = URLDecoder.decode(call.parameter("name").replace("+", "%2B"), StandardCharsets.UTF_8);
        return call.repository().labels().find(name).orElseThrow(ApiException::notFound);
    }

    private static String color(RepositoryCall call, String otherwise) throws ApiException {
        String color = call.body().path("color").asText(otherwise);
        if (!color.matches("[0-9A-Fa-f]{6}")) {
            throw invalid("color", "invalid");
        }
        return color;
    }

    private static ApiException invalid(String field, String code) {
        return new ApiException(422, "Validation Failed").because("Label", field, code);
    }
}
