package io.painchain.simulator.world.repository;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.simulator.world.change.ImpossibleChangeException;

/** An owner and a repository, as in {@code acme/api}. */
public record RepositoryName(String owner, String repository) {

    private static final Pattern FULL_NAME = Pattern.compile("([A-Za-z0-9-]+)/([A-Za-z0-9._-]+)");

    public static RepositoryName parse(String fullName) {
        Matcher matcher = FULL_NAME.matcher(fullName);
        if (!matcher.matches()) {
            throw new ImpossibleChangeException("Not a repository name: " + fullName);
        }
        return new RepositoryName(matcher.group(1), matcher.group(2));
    }
}
