package io.painchain.github.asked;

import java.util.ArrayList;
import java.util.List;

import io.painchain.github.IntegrationConfig;
import io.painchain.github.github.GitHubApi;
import io.painchain.github.github.GitHubException;
import io.painchain.github.github.GitHubException.Kind;
import io.painchain.github.github.RepositoryName;
import io.painchain.model.task.ConnectionTest.Repository;
import io.painchain.model.task.ConnectionTest.Source;

/** Finds out what credentials can read of one repository, by reading one item of each kind. */
record RepositoryProbe(GitHubApi api, IntegrationConfig config) {

    Repository of(RepositoryName name) {
        try {
            api.get(api.url("/repos/" + name), null);
        } catch (GitHubException e) {
            return new Repository(name.toString(), List.of(missing(name, e)));
        }
        List<Source> sources = new ArrayList<>();
        for (ProbedSource source : ProbedSource.values()) {
            if (source.wanted(config)) {
                sources.add(read(name, source));
            }
        }
        return new Repository(name.toString(), sources);
    }

    private static Source missing(RepositoryName name, GitHubException e) {
        passOn(e);
        return e.is(Kind.NOT_FOUND)
                ? new Source("repository", false, "metadata=read",
                        "Repository not found: " + name + " does not exist or this token may not see it")
                : new Source("repository", false, e.is(Kind.FORBIDDEN) ? "metadata=read" : null, e.getMessage());
    }

    private Source read(RepositoryName name, ProbedSource source) {
        try {
            api.get(api.url("/repos/" + name + source.path()), null);
            return new Source(source.name(), true, null, null);
        } catch (GitHubException e) {
            passOn(e);
            return switch (e.kind()) {
                case GONE -> new Source(source.name(), true, null, e.getMessage());
                // Of an empty repository.
                case REFUSED -> new Source(source.name(), true, null, "There is nothing to read yet: " + e.getMessage());
                default -> new Source(source.name(), false, e.withheld() ? source.permission() : null, e.getMessage());
            };
        }
    }

    /** What holds for all repositories is not said of each. */
    private static void passOn(GitHubException e) {
        if (e.concernsAll()) {
            throw e;
        }
    }
}
