package io.painchain.gitlab.taskhandler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.change.ChangeKinds;
import io.painchain.gitlab.config.IntegrationConfig;
import io.painchain.gitlab.project.GitLabKind.Feature;
import io.painchain.model.task.ConnectionTest.Repository;
import io.painchain.model.task.ConnectionTest.Source;

/** A project's record says which features are on and which role the token has; that decides what can be read. */
record ProjectProbe(GitLabApi api, IntegrationConfig config) {

    private static final Map<Integer, String> ROLES = Map.of(Feature.GUEST, "Guest", Feature.REPORTER, "Reporter",
            Feature.DEVELOPER, "Developer");
    private static final String DISABLED = "Switched off in this project; there is nothing to read";

    Repository of(ProjectName name) {
        Project project;
        try {
            project = api.read(api.url("/projects/" + name.encoded()), Project.class);
        } catch (ProviderException e) {
            if (e.concernsAll()) {
                throw e;
            }
            return new Repository(name.toString(), List.of(missing(name, e)));
        }
        List<Source> sources = new ArrayList<>();
        ChangeKinds.LIST.stream().filter(kind -> kind.isWanted(config.branches())).flatMap(kind -> kind.features().stream())
                .forEach(feature -> sources.add(source(project, feature)));
        return new Repository(name.toString(), sources);
    }

    private static Source missing(ProjectName name, ProviderException e) {
        return e.is(Kind.NOT_FOUND)
                ? new Source("project", false, "Reporter",
                        "Project not found: " + name + " does not exist or this token may not see it")
                : new Source("project", false, e.is(Kind.FORBIDDEN) ? "read_api" : null, e.getMessage());
    }

    private static Source source(Project project, Feature feature) {
        if (feature.isOff(project)) {
            return new Source(feature.source(), true, null, DISABLED);
        }
        Integer level = project.level();
        boolean open = "public".equals(project.visibility()) && "enabled".equals(feature.level().apply(project))
                && feature.role() <= Feature.REPORTER;
        if (level == null || level >= feature.role() || open) {
            return new Source(feature.source(), true, null, null);
        }
        String role = ROLES.get(feature.role());
        return new Source(feature.source(), false, role, "The token needs at least the role " + role + " in this project");
    }
}
