package io.painchain.github.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.auth.Credentials;
import io.painchain.github.auth.CredentialsParser;

/** Empty {@code repositories}: the most recently pushed; empty {@code branches} (globs): none; {@code unsound}: bad names. */
public record IntegrationConfig(Credentials credentials, ApiUrl api, Map<RepositoryName, List<String>> repositories,
        List<String> unsound,
        List<String> branches, Duration pollInterval) {

    private static final int SHORTEST = 60;
    private static final int LONGEST = 3_600;

    /** @throws IllegalArgumentException with a sentence for the user where the integration cannot be polled */
    public static IntegrationConfig parse(Map<String, Object> config, Duration usualInterval, ApiUrl usualApi) {
        Credentials credentials = CredentialsParser.parse(config);
        ApiUrl api = config.get("apiUrl") instanceof String url && !url.isBlank() ? ApiUrl.parse(url) : usualApi;
        Map<RepositoryName, List<String>> sound = new LinkedHashMap<>();
        List<String> unsound = new ArrayList<>();
        for (Object entry : entries(config.get("repositories"))) {
            Optional<RepositoryName> name = nameOf(entry);
            name.ifPresentOrElse(found -> sound.putIfAbsent(found, tagsOf(entry)), () -> unsound.add(wordsOf(entry)));
        }
        return new IntegrationConfig(credentials, api, sound, unsound, branches(config.get("branches")),
                interval(config.get("pollInterval"), usualInterval));
    }

    private static List<String> branches(Object value) {
        return entries(value).stream().filter(String.class::isInstance).map(branch -> ((String) branch).strip())
                .filter(branch -> !branch.isEmpty()).distinct().toList();
    }

    private static List<?> entries(Object repositories) {
        if (repositories instanceof String text) {
            return Arrays.stream(text.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        }
        return repositories instanceof List<?> list ? list : List.of();
    }

    private static Optional<RepositoryName> nameOf(Object entry) {
        if (entry instanceof String text) {
            return RepositoryName.parse(text);
        }
        if (entry instanceof Map<?, ?> map && map.get("owner") instanceof String owner
                && map.get("repo") instanceof String repo) {
            return RepositoryName.of(owner.strip(), repo.strip());
        }
        return Optional.empty();
    }

    private static List<String> tagsOf(Object entry) {
        return entry instanceof Map<?, ?> map && map.get("tags") instanceof List<?> tags
                ? tags.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }

    private static String wordsOf(Object entry) {
        String words = entry instanceof Map<?, ?> map ? map.get("owner") + "/" + map.get("repo") : String.valueOf(entry);
        return words.isBlank() ? "(blank)" : words.length() > 200 ? words.substring(0, 200) : words;
    }

    private static Duration interval(Object value, Duration usual) {
        return value instanceof Number seconds
                ? Duration.ofSeconds(Math.min(LONGEST, Math.max(SHORTEST, seconds.longValue())))
                : usual;
    }

    /** Omits the credentials, which must not get into a log. */
    @Override
    public String toString() {
        return repositories.size() + " repositories at " + api.base();
    }
}
