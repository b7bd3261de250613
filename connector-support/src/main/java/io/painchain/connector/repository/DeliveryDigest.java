package io.painchain.connector.repository;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.HookTrust;
import io.painchain.connector.crawl.RepositoryStanding;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.webhook.DeliveryReader;
import io.painchain.connector.webhook.Derivation;
import io.painchain.connector.webhook.HookReading;
import io.painchain.connector.webhook.HookReading.Lookup;
import io.painchain.connector.webhook.Outcomes;
import io.painchain.model.event.EventDraft;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookOutput.Outcome;

/**
 * What webhooks say of one repository, in its turn. What payloads tell alone is posted first, without a checkpoint, so that a
 * poll proves it; what needs a list is told by the poll of that list, which takes place at once.
 */
final class DeliveryDigest implements DeliveryReader {

    /** A hook may come before or after what it tells of is dated. */
    private static final Duration AROUND = Duration.ofMinutes(10);
    private static final int KEPT = 500;
    private static final String UNREAD = "The repository has not been read yet";

    private final CrawlContext with;
    private final RepositoryAccess<?> access;
    private final RepositoryStanding standing;
    private final Consumer<Set<String>> hint;
    private final Consumer<ChangeKind<?>> reading;
    private final HookTrust trust;
    /** What this process posted last. */
    private final Map<String, Posted> posted = new LinkedHashMap<>();

    /** @param hint makes kinds due; {@code reading} reads one now */
    DeliveryDigest(CrawlContext with, RepositoryAccess<?> access, RepositoryStanding standing,
            Consumer<Set<String>> hint, Consumer<ChangeKind<?>> reading) {
        this.with = with;
        this.standing = standing;
        this.trust = new HookTrust(with.kinds());
        this.access = access;
        this.hint = hint;
        this.reading = reading;
    }

    void posted(List<EventDraft> drafts) {
        for (EventDraft draft : drafts) {
            posted.remove(draft.externalId());
            posted.put(draft.externalId(), new Posted(draft.timestamp(), draft.status()));
        }
        posted.keySet().removeAll(posted.keySet().stream().limit(Math.max(0, posted.size() - KEPT)).toList());
    }

    HookTrust trust() {
        return trust;
    }

    boolean knows(String externalId) {
        return posted.containsKey(externalId);
    }

    @Override
    public List<Derivation> derive(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> standing.state() == null ? Derivation.none(delivery, UNREAD)
                : derivation(said(delivery))).toList();
    }

    private static Derivation derivation(Said said) {
        return new Derivation(said.delivery(), said.reading().drafts(), said.reading().reason());
    }

    @Override
    public List<Outcome> digest(List<Delivery> deliveries) {
        if (standing.state() == null) {
            return deliveries.stream().map(one -> Outcomes.later(one, UNREAD, with.clock().instant())).toList();
        }
        List<Said> all = deliveries.stream().map(delivery -> said(delivery)).toList();
        List<EventDraft> drafts = all.stream().flatMap(one -> one.reading().drafts().stream()).toList();
        standing.post(drafts);
        trust.came(drafts);
        posted(drafts);
        String trouble = lookUp(all);
        return all.stream().map(one -> outcome(one, trouble)).toList();
    }

    /** @return why it could not be looked up, or null */
    private String lookUp(List<Said> all) {
        Set<String> news = new LinkedHashSet<>();
        Set<ChangeKind<?>> lookedUp = new LinkedHashSet<>();
        for (Said one : all) {
            if (one.reading().news()) {
                news.addAll(one.reading().kind() == null ? with.kinds().names() : Set.of(one.reading().kind()));
            }
            if (one.reading().lookup() != null && found(one).isEmpty()) {
                lookedUp.add(with.kinds().named(one.reading().kind()));
            }
        }
        hint.accept(news);
        try {
            lookedUp.forEach(reading);
            return null;
        } catch (ProviderException e) {
            if (e.is(Kind.STOPPING)) {
                throw e;
            }
            return e.getMessage();
        }
    }

    private Outcome outcome(Said said, String trouble) {
        HookReading reading = said.reading();
        if (!reading.drafts().isEmpty()) {
            return Outcomes.mapped(said.delivery(), reading.drafts().stream().map(EventDraft::externalId).toList());
        }
        if (reading.isIgnored()) {
            return Outcomes.ignored(said.delivery(), reading.reason());
        }
        if (reading.lookup() == null) {
            return Outcomes.leftToThePoll(said.delivery(), reading.reason());
        }
        List<String> found = found(said);
        return found.isEmpty()
                ? Outcomes.later(said.delivery(), trouble == null ? reading.reason() : trouble, with.clock().instant())
                : Outcomes.mapped(said.delivery(), found);
    }

    private List<String> found(Said said) {
        Instant around = said.delivery().receivedAt().minus(AROUND);
        Lookup lookup = said.reading().lookup();
        List<String> found = new ArrayList<>();
        posted.forEach((id, event) -> {
            boolean meant = lookup.states().isEmpty() ? event.at().isAfter(around) : lookup.states().contains(event.status());
            if (meant && lookup.names(id)) {
                found.add(id);
            }
        });
        return found;
    }

    private Said said(Delivery delivery) {
        try {
            return new Said(delivery, access.reading(delivery, standing.state()));
        } catch (IOException | RuntimeException e) {
            return new Said(delivery, HookReading.ignored("Its payload cannot be read: " + e.getMessage()));
        }
    }

    private record Posted(Instant at, String status) {
    }

    private record Said(Delivery delivery, HookReading reading) {
    }
}
