package io.painchain.github.repository;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.PolledKind;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.webhook.HookReading;
import io.painchain.github.api.graphql.ProbeMark;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.webhook.HookPayload;
import io.painchain.github.webhook.PolledList;
import io.painchain.model.event.EventDraft;

/** A kind of change with its GitHub source, and what feed, probe and connection test need of it. */
public abstract class GitHubKind<S> extends PolledKind<S> {

    protected GitHubKind(String name, String words, SliceType<S> slice, LedgerSource... ledger) {
        super(name, words, slice, ledger);
    }

    public boolean isWanted(List<String> branches) {
        return true;
    }

    public abstract Source<S, RepositoryReader> source(SourceSetup setup);

    /** A backfill's source, which starts as if nothing had been read since that moment. */
    public Source<S, RepositoryReader> past(SourceSetup setup, Instant from) {
        return source(setup);
    }

    public boolean isAnnouncedBy(FeedEvent event) {
        return false;
    }

    /**
     * What a webhook's delivery means for this kind, by the record's fields; empty where it is another's.
     *
     * @param slice what polls have stored
     * @throws IOException where the payload has another shape
     */
    public Optional<HookReading> ofHook(HookPayload payload, RepositoryScope scope, S slice) throws IOException {
        return Optional.empty();
    }

    /** What of a page that a poll got is an event of this kind; what follows from several lists is not told. */
    public List<EventDraft> ofPolled(PolledList page, RepositoryScope scope) throws IOException {
        List<EventDraft> drafts = new ArrayList<>();
        for (HookPayload payload : page.payloads()) {
            ofHook(payload, scope, unread()).ifPresent(reading -> drafts.addAll(reading.drafts()));
        }
        return drafts;
    }

    /** Fields of the GraphQL probe, by {@link #marks}. */
    public List<ProbeMark> probeMarks() {
        return List.of();
    }

    @Override
    public Set<String> marks() {
        return Set.copyOf(probeMarks().stream().map(ProbeMark::name).toList());
    }

    public List<TestedRead> tested() {
        return List.of();
    }

    /** {@code line} orders the answer; {@code path} is the smallest request; {@code permission} is a fine-grained token's. */
    public record TestedRead(int line, String name, String path, String permission) {

        public static TestedRead of(int line, String name, String path, String permission) {
            return new TestedRead(line, name, path + (path.contains("?") ? "&" : "?") + "per_page=1", permission + "=read");
        }
    }
}
