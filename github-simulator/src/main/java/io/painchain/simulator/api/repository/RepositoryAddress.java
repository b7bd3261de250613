package io.painchain.simulator.api.repository;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.simulator.world.World;
import io.painchain.simulator.world.repository.Repository;

/** A repository by name ({@code /repos/acme/api}) or by id ({@code /repositories/12}), and the path below it. */
public record RepositoryAddress(String name, long id, String subPath) {

    private static final Pattern BY_NAME = Pattern.compile("/repos/([^/]+/[^/]+)(/.*)?");
    private static final Pattern BY_ID = Pattern.compile("/repositories/([0-9]{1,18})(/.*)?");

    /** Null where the path is about something else. */
    public static RepositoryAddress parse(String path) {
        Matcher byName = BY_NAME.matcher(path);
        if (byName.matches()) {
            return new RepositoryAddress(byName.group(1), 0, rest(byName));
        }
        Matcher byId = BY_ID.matcher(path);
        return byId.matches() ? new RepositoryAddress("?/?", Long.parseLong(byId.group(1)), rest(byId)) : null;
    }

    /** The address by id. */
    public static String key(Repository repository, String subPath) {
        return "/repositories/" + repository.id() + subPath;
    }

    Optional<Repository> find(World world) {
        return id == 0 ? world.find(name) : world.find(id);
    }

    private static String rest(Matcher matcher) {
        return matcher.group(2) == null ? "" : matcher.group(2);
    }
}
