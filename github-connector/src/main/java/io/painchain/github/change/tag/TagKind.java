package io.painchain.github.change.tag;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.Vouching;
import io.painchain.connector.webhook.HookReading;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.change.feed.FeedSource;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;
import io.painchain.github.webhook.HookPayload;

public final class TagKind extends GitHubKind<TagsState> {

    public static final TagKind KIND = new TagKind();

    private TagKind() {
        super("tags", "tags", new SliceType<>(TagsState.class, TagsState.UNREAD, TagsState::forgetTags),
                LedgerSource.of("tags", Set.of("tag"), "tags"));
    }

    @Override
    public TagsState asOf(TagsState slice, Instant moment) {
        return slice;
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return Cadence.every(cadences.releases());
    }

    @Override
    public Vouching vouching() {
        return Vouching.SPARES;
    }

    @Override
    public Source<TagsState, RepositoryReader> source(SourceSetup setup) {
        return new TagsSource(setup.tagNews());
    }

    /** Only the feed dates a tag's creation. */
    @Override
    public Source<TagsState, RepositoryReader> past(SourceSetup setup, Instant from) {
        TagsSource source = new TagsSource(setup.tagNews());
        return (reader, known) -> {
            setup.tagNews().addAll(FeedSource.tagsShown(reader));
            return source.read(reader, known);
        };
    }

    @Override
    public boolean reachesBack() {
        return false;
    }

    @Override
    public boolean isAnnouncedBy(FeedEvent event) {
        return RefChange.of(event).filter(RefChange::isTag).isPresent();
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, RepositoryScope scope, TagsState slice) {
        boolean ofTag = (payload.is("create") || payload.is("delete")) && "tag".equals(payload.text("ref_type"))
                || payload.is("push") && payload.text("ref").startsWith("refs/tags/");
        return ofTag ? Optional.of(HookReading.hint("Tags are told by the list of tags, which has their commit"))
                : Optional.empty();
    }
}
