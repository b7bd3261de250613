package io.painchain.github.taskhandler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.change.ChangeKinds;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.repository.GitHubKind.TestedRead;
import io.painchain.model.task.ConnectionTest.Repository;
import io.painchain.model.task.ConnectionTest.Source;

/** Reads one item of each kind, to learn what the credentials may read. */
record ConnectionProbe(GitHubApi api, IntegrationConfig config) {

    Repository of(RepositoryName name) {
        try {
            api.get(api.url("/repos/" + name), null);
        } catch (ProviderException e) {
            return new Repository(name.toString(), List.of(missing(name, e)));
        }
        List<Source> sources = new ArrayList<>();
        ChangeKinds.LIST.stream().filter(kind -> kind.isWanted(config.branches())).flatMap(kind -> kind.tested().stream())
                .sorted(Comparator.comparingInt(TestedRead::line))
                .forEach(tested -> sources.add(read(name, tested)));
        return new Repository(name.toString(), sources);
    }

    private static Source missing(RepositoryName name, ProviderException e) {
        passOn(e);
        return e.is(Kind.NOT_FOUND)
                ? new Source("repository", false, "metadata=read",
                        "Repository not found: " + name + " does not exist or this token may not see it")
                : new Source("repository", false, e.is(Kind.FORBIDDEN) ? "metadata=read" : null, e.getMessage());
    }

    private Source read(RepositoryName name, TestedRead source) {
        try {
            api.get(api.url("/repos/" + name + source.path()), null);
            return new Source(source.name(), true, null, null);
        } catch (ProviderException e) {
            passOn(e);
            return switch (e.kind()) {
                case GONE -> new Source(source.name(), true, null, e.getMessage());
                // GitHub refuses this for an empty repository.
                case REFUSED -> new Source(source.name(), true, null, "There is nothing to read yet: " + e.getMessage());
                default -> new Source(source.name(), false, e.withheld() ? source.permission() : null, e.getMessage());
            };
        }
    }

    /** Rethrows what concerns all repositories. */
    private static void passOn(ProviderException e) {
        if (e.concernsAll()) {
            throw e;
        }
    }
}
