package io.painchain.backend.webhook.inbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.painchain.backend.webhook.Payload;
import io.painchain.backend.webhook.inbox.Senders.Known;
import io.painchain.model.connector.Intake.Match;

/**
 * Whose a delivery is, in the order of trust: whom its address or a header names, and only then whom its payload names, which
 * is read but believed for nothing before a secret holds. One delivery may be of several integrations.
 */
final class Recipients {

    /** So many secrets are tried at most for a delivery that only its payload tells the sender of. */
    private static final int MOST_TRIED = 20;
    private static final int MOST_BYTES_TRIED = 1024 * 1024;

    private final Known known;
    private final IncomingDelivery delivery;
    private final Payload payload;
    private final Proof proof;
    private final Map<String, Boolean> tried = new HashMap<>();
    private Map<String, String> values;

    Recipients(Known known, IncomingDelivery delivery, Payload payload) {
        this.known = known;
        this.delivery = delivery;
        this.payload = payload;
        this.proof = new Proof(known.intake().verify(), delivery);
    }

    /** Of the integration that the address names. */
    Optional<List<Sender>> of(UUID integrationId) {
        return some(oncePerIntegration(proved(known.of(integrationId).stream())));
    }

    /** Of all that the type has. */
    Optional<List<Sender>> find() {
        var hook = delivery.header(known.intake().names().hook());
        var named = hook.map(id -> unopposed(proved(known.named(id).stream()))).orElse(List.of());
        if (!named.isEmpty()) {
            return some(oncePerIntegration(named));
        }
        var remembered = hook.map(id -> watching(proved(known.remembered(id).stream()))).orElse(List.of());
        if (!remembered.isEmpty()) {
            return some(oncePerIntegration(remembered));
        }
        return search(hook);
    }

    private Optional<List<Sender>> search(Optional<String> hook) {
        var all = known.all();
        var ofHeader = watching(proved(all.stream().filter(this::isNamedByHeader)));
        var found = ofHeader.isEmpty() ? watching(proved(all.stream().filter(candidate()))) : ofHeader;
        if (!found.isEmpty()) {
            hook.ifPresent(id -> known.remember(id, found));
            return some(oncePerIntegration(found));
        }
        // A hook of an organization sends of repositories that nobody watches, too.
        var any = delivery.body().length > MOST_BYTES_TRIED ? List.<Sender> of() : unopposed(proved(all.stream()));
        return some(any.stream().limit(1).toList());
    }

    private List<Sender> proved(Stream<Sender> candidates) {
        return candidates.filter(sender -> sender.secrets().stream().anyMatch(this::holds)).toList();
    }

    private boolean holds(String secret) {
        if (tried.size() >= MOST_TRIED && !tried.containsKey(secret)) {
            return false;
        }
        return tried.computeIfAbsent(secret, proof::holdsFor);
    }

    /** Only of what is proved: not those that the payload names another one than. */
    private List<Sender> unopposed(List<Sender> proved) {
        return proved.stream().filter(sender -> !isOpposed(sender)).toList();
    }

    private List<Sender> watching(List<Sender> proved) {
        return unopposed(proved).stream().filter(this::watches).toList();
    }

    private static List<Sender> oncePerIntegration(List<Sender> senders) {
        var once = new LinkedHashMap<UUID, Sender>();
        senders.forEach(sender -> once.putIfAbsent(sender.integrationId(), sender));
        return List.copyOf(once.values());
    }

    private boolean isOpposed(Sender sender) {
        return matches().filter(match -> match.payload() != null).anyMatch(match -> {
            var own = sender.values().get(match.config());
            var told = values().get(match.payload());
            return own != null && told != null && !own.equals(told);
        });
    }

    private boolean isNamedByHeader(Sender sender) {
        return matches().filter(match -> match.header() != null).anyMatch(match -> delivery.header(match.header())
                .filter(value -> value.equals(sender.values().get(match.config()))).isPresent());
    }

    private Predicate<Sender> candidate() {
        return sender -> watches(sender) || matches().filter(match -> match.payload() != null)
                .anyMatch(match -> values().containsKey(match.payload())
                        && values().get(match.payload()).equals(sender.values().get(match.config())));
    }

    private boolean watches(Sender sender) {
        return sender.repositories().isEmpty() || repositoryPointers().map(values()::get)
                .anyMatch(name -> name != null && sender.repositories().contains(name.toLowerCase(Locale.ROOT)));
    }

    /** Of the payload, read once and only where they are needed. */
    private Map<String, String> values() {
        if (values == null) {
            values = payload.values(Stream.concat(repositoryPointers(),
                    matches().map(Match::payload).filter(pointer -> pointer != null)).toList());
        }
        return values;
    }

    private Stream<Match> matches() {
        return known.intake().target().matches() == null ? Stream.of() : known.intake().target().matches().stream();
    }

    private Stream<String> repositoryPointers() {
        var target = known.intake().target();
        return Stream.of(target.repository(), target.repositoryId()).filter(list -> list != null).flatMap(List::stream);
    }

    private static Optional<List<Sender>> some(List<Sender> senders) {
        return senders.isEmpty() ? Optional.empty() : Optional.of(senders);
    }
}
