package io.painchain.gitlab.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.api.ServerUrl;
import io.painchain.gitlab.auth.AccessToken;

/**
 * Empty {@code projects}: those that the token is a member of; empty {@code branches} (globs): none; {@code unsound}: bad
 * names.
 */
public record IntegrationConfig(AccessToken token, ServerUrl server, Map<ProjectName, List<String>> projects,
        List<String> unsound, List<String> branches, Duration pollInterval) {

    private static final int SHORTEST = 60;
    private static final int LONGEST = 3_600;

    /** @throws IllegalArgumentException with a sentence for the user where the integration cannot be polled */
    public static IntegrationConfig parse(Map<String, Object> config, Duration usualInterval, ServerUrl usualServer) {
        AccessToken token = AccessToken.parse(config.get("token"));
        Object url = config.get("url");
        if (url != null && !(url instanceof String)) {
            throw new IllegalArgumentException("url must be text");
        }
        ServerUrl server = url == null || ((String) url).isBlank() ? usualServer : ServerUrl.parse((String) url);
        Map<ProjectName, List<String>> sound = new LinkedHashMap<>();
        List<String> unsound = new ArrayList<>();
        for (Object entry : entries(config.get("projects"), "projects")) {
            Optional<ProjectName> name = ProjectName.parse(words(entry));
            name.ifPresentOrElse(found -> sound.putIfAbsent(found, tagsOf(entry)), () -> unsound.add(shown(entry)));
        }
        return new IntegrationConfig(token, server, sound, unsound, branches(config.get("branches")),
                interval(config.get("pollInterval"), usualInterval));
    }

    private static List<String> branches(Object value) {
        return entries(value, "branches").stream().filter(String.class::isInstance).map(branch -> ((String) branch).strip())
                .filter(branch -> !branch.isEmpty()).distinct().toList();
    }

    private static List<?> entries(Object value, String field) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof String text) {
            return Arrays.stream(text.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(field + " must be a list, or names separated by commas");
    }

    private static String words(Object entry) {
        Object name = entry instanceof Map<?, ?> map ? map.get("path") : entry;
        return name == null ? "" : name.toString();
    }

    private static String shown(Object entry) {
        String words = words(entry);
        return words.isBlank() ? "(blank)" : words.length() > 200 ? words.substring(0, 200) : words;
    }

    private static List<String> tagsOf(Object entry) {
        return entry instanceof Map<?, ?> map && map.get("tags") instanceof List<?> tags
                ? tags.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }

    private static Duration interval(Object value, Duration usual) {
        if (value == null) {
            return usual;
        }
        if (!(value instanceof Number seconds)) {
            throw new IllegalArgumentException("pollInterval must be a number of seconds");
        }
        return Duration.ofSeconds(Math.min(LONGEST, Math.max(SHORTEST, seconds.longValue())));
    }

    /** Omits the token, which must not get into a log. */
    @Override
    public String toString() {
        return (projects.isEmpty() ? "the token's projects" : projects.size() + " projects") + " at " + server.base();
    }
}
