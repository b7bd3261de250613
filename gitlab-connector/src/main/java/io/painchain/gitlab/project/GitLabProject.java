package io.painchain.gitlab.project;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.checkpoint.CheckpointBook;
import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.PageSizes;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.list.WholeReads;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.repository.RepositoryAccess;
import io.painchain.connector.webhook.HookReading;
import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.webhook.HookPayload;
import io.painchain.gitlab.webhook.OtherEvents;
import io.painchain.model.task.WebhookInput.Delivery;

/** One project as the shared reading asks for it. */
public record GitLabProject(ProjectSurroundings with, ProjectName project, List<String> tags)
        implements
            RepositoryAccess<ProjectReader> {

    @Override
    public String name() {
        return project.toString();
    }

    @Override
    public Map<String, Source<?, ProjectReader>> sources() {
        Map<String, Source<?, ProjectReader>> sources = new LinkedHashMap<>();
        SourceSetup setup = with.newSetup();
        with.kinds().stream().filter(kind -> kind.isWanted(with.branches()))
                .forEach(kind -> sources.put(kind.name(), kind.source(setup)));
        return sources;
    }

    @Override
    public <S> Optional<Source<S, ProjectReader>> past(ChangeKind<S> kind, Instant from) {
        GitLabKind<S> asked = (GitLabKind<S>) kind;
        return asked.isWanted(with.branches()) ? Optional.of(asked.past(with.newSetup(), from)) : Optional.empty();
    }

    @Override
    public ProjectReader reader(RepositoryState state, WholeReads wholeReads, PageSizes pageSizes) {
        return new ProjectReader(with, scope(state), wholeReads, pageSizes, state.details());
    }

    @Override
    public Optional<ProjectReader> stretch(ProjectReader reader, Instant until) {
        return Optional.of(reader.until(until));
    }

    /** A path that leads nowhere any more may be a former one: servers before 16.7 do not redirect. */
    @Override
    public Optional<Located> lookUp(PageTag known) {
        try {
            return lookUp(with.api().url("/projects/" + project.encoded()), known);
        } catch (ProviderException e) {
            Optional<Long> id = with.crawl().checkpoints().under(name()).map(CheckpointBook.Entry::state)
                    .map(RepositoryState::repositoryId);
            if (!e.is(Kind.NOT_FOUND) || id.isEmpty()) {
                throw e;
            }
            return lookUp(with.api().url("/projects/" + id.get()), null);
        }
    }

    private Optional<Located> lookUp(URI url, PageTag known) {
        HttpAnswer answer = with.api().get(url, known != null && url.toString().equals(known.url()) ? known.etag() : null);
        if (answer.status() != 200) {
            return Optional.empty();
        }
        Project found = with.api().body(answer, Project.class);
        return Optional.of(new Located(found.id(), found.pathWithNamespace(),
                answer.header("etag").map(etag -> new PageTag(url.toString(), etag)).orElse(null)));
    }

    @Override
    public boolean stillThere(RepositoryState state) {
        try {
            with.api().get(with.api().url("/projects/" + state.repositoryId()), null);
            return true;
        } catch (ProviderException e) {
            return !e.is(Kind.NOT_FOUND);
        }
    }

    @Override
    public boolean leavesRoom() {
        return with.api().leavesRoom();
    }

    @Override
    public String notFound() {
        return "Project not found: " + project + " does not exist or this token may not see it";
    }

    @Override
    public HookReading reading(Delivery delivery, RepositoryState state) throws IOException {
        HookPayload payload = HookPayload.of(delivery);
        for (GitLabKind<?> kind : with.kinds()) {
            Optional<HookReading> reading = kind.ofHook(payload, scope(state));
            if (reading.isPresent()) {
                return reading.get().of(kind.name());
            }
        }
        return HookReading.ignored(OtherEvents.reason(payload));
    }

    private ProjectScope scope(RepositoryState state) {
        return new ProjectScope(state.identity(), state.project(), state.repositoryId(), with.crawl().integrationId(), tags);
    }
}
