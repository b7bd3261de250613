package io.painchain.github.api;

import java.util.Optional;
import java.util.regex.Pattern;

/** A configured repository name, checked because it becomes part of a path. */
public record RepositoryName(String owner, String repo) {

    public static final String FORM = "owner/repo";

    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final Pattern REPO = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public static Optional<RepositoryName> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        return parts.length == 2 ? of(parts[0], parts[1]) : Optional.empty();
    }

    public static Optional<RepositoryName> of(String owner, String repo) {
        boolean sound = owner != null && repo != null && OWNER.matcher(owner).matches() && REPO.matcher(repo).matches()
                && !repo.equals(".") && !repo.equals("..");
        return sound ? Optional.of(new RepositoryName(owner, repo)) : Optional.empty();
    }

    @Override
    public String toString() {
        return owner + "/" + repo;
    }
}
