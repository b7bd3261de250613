package io.painchain.connector.repository;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.list.PageSizes;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.list.WholeReads;
import io.painchain.connector.webhook.HookReading;
import io.painchain.model.task.WebhookInput.Delivery;

/** A provider's part of reading one repository, which is known by its configured name. */
public interface RepositoryAccess<R extends PageReader> {

    String name();

    /** New sources of the wanted kinds, by name. */
    Map<String, Source<?, R>> sources();

    /** A source that starts as if nothing had been read since; empty where the kind is not wanted. */
    <S> Optional<Source<S, R>> past(ChangeKind<S> kind, Instant from);

    R reader(RepositoryState state, WholeReads wholeReads, PageSizes pageSizes);

    /**
     * The same for a stretch of the past, so that a list of any length needs little memory and few pages at once.
     *
     * @param until the newest moment that is wanted; {@code null}: from the newest on
     * @return empty where lists can only be read from their newest item on
     */
    default Optional<R> stretch(R reader, Instant until) {
        return Optional.empty();
    }

    /** @param known the last lookup's ETag, or {@code null}; empty where nothing changed since */
    Optional<Located> lookUp(PageTag known);

    /** Whether the repository can still be found under its current name. */
    boolean stillThere(RepositoryState state);

    /** Whether the quota leaves room for what can wait. */
    boolean leavesRoom();

    String notFound();

    /**
     * What a webhook's delivery says of this repository.
     *
     * @throws IOException where its payload cannot be read
     */
    default HookReading reading(Delivery delivery, RepositoryState state) throws IOException {
        return HookReading.ignored("This connector takes no webhooks");
    }

    /** @param id survives renames; {@code tag} may be {@code null} */
    record Located(long id, String fullName, PageTag tag) {
    }
}
