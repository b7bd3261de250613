package io.painchain.github.repository;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.record.Repository;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.webhook.HookPayload;
import io.painchain.github.webhook.OtherEvents;
import io.painchain.github.webhook.PolledList;
import io.painchain.model.event.EventDraft;
import io.painchain.model.task.WebhookInput.Delivery;

/** One repository as the shared reading asks for it. */
public record GitHubRepository(RepositoryContext with, RepositoryName repository, List<String> tags)
        implements
            RepositoryAccess<RepositoryReader> {

    @Override
    public String name() {
        return repository.toString();
    }

    @Override
    public Map<String, Source<?, RepositoryReader>> sources() {
        Map<String, Source<?, RepositoryReader>> sources = new LinkedHashMap<>();
        SourceSetup setup = with.newSetup();
        with.kinds().stream().filter(kind -> kind.isWanted(with.branches()))
                .forEach(kind -> sources.put(kind.name(), kind.source(setup)));
        return sources;
    }

    @Override
    public <S> Optional<Source<S, RepositoryReader>> past(ChangeKind<S> kind, Instant from) {
        GitHubKind<S> asked = (GitHubKind<S>) kind;
        return asked.isWanted(with.branches()) ? Optional.of(asked.past(with.newSetup(), from)) : Optional.empty();
    }

    @Override
    public RepositoryReader reader(RepositoryState state, WholeReads wholeReads, PageSizes pageSizes) {
        return new RepositoryReader(with, RepositoryReader.scope(state, with.crawl().integrationId(), tags), wholeReads,
                pageSizes, state.details());
    }

    @Override
    public Optional<Located> lookUp(PageTag known) {
        URI url = with.api().url("/repos/" + repository);
        HttpAnswer answer = with.api().get(url, known != null && url.toString().equals(known.url()) ? known.etag() : null);
        if (answer.status() != 200) {
            return Optional.empty();
        }
        Repository found = with.api().body(answer, Repository.class);
        return Optional.of(new Located(found.id(), found.fullName(),
                answer.header("etag").map(etag -> new PageTag(url.toString(), etag)).orElse(null)));
    }

    @Override
    public boolean stillThere(RepositoryState state) {
        try {
            with.api().get(with.api().url("/repos/" + state.project()), null);
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
        return "Repository not found: " + repository + " does not exist or this token may not see it";
    }

    @Override
    public HookReading reading(Delivery delivery, RepositoryState state) throws IOException {
        RepositoryScope scope = RepositoryReader.scope(state, with.crawl().integrationId(), tags);
        Optional<PolledList> page = PolledList.of(delivery);
        if (page.isPresent()) {
            return polled(page.get(), scope);
        }
        HookPayload payload = HookPayload.of(delivery);
        for (GitHubKind<?> kind : with.kinds()) {
            Optional<HookReading> reading = ofKind(kind, payload, scope, state);
            if (reading.isPresent()) {
                return reading.get().of(kind.name());
            }
        }
        return OtherEvents.read(payload);
    }

    private HookReading polled(PolledList page, RepositoryScope scope) throws IOException {
        List<EventDraft> drafts = new ArrayList<>();
        for (GitHubKind<?> kind : with.kinds()) {
            drafts.addAll(kind.ofPolled(page, scope));
        }
        return drafts.isEmpty() ? HookReading.ignored("Alone it is no event") : HookReading.drafted(drafts);
    }

    private static <S> Optional<HookReading> ofKind(GitHubKind<S> kind, HookPayload payload, RepositoryScope scope,
            RepositoryState state) throws IOException {
        return kind.ofHook(payload, scope, state.of(kind));
    }
}
