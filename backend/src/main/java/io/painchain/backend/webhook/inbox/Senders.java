package io.painchain.backend.webhook.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.database.OneAtATime;
import io.painchain.backend.webhook.inbox.SenderRepository.Version;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.connector.Intake;

/**
 * The senders of each connector type, remembered for seconds, as thousands of deliveries a second ask for them. Where nobody is
 * found they are read anew, at most once a second: so a new secret counts at once, and a removed one for 10 s at most.
 */
@Singleton
class Senders {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final ConnectorTypes types;
    private final SenderRepository repository;
    private final SenderReader reader;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final OneAtATime reading = new OneAtATime();

    Senders(ConnectorTypes types, SenderRepository repository, SenderReader reader) {
        this.types = types;
        this.repository = repository;
        this.reader = reader;
    }

    /** @param look with the type's intake and its senders */
    <T> Optional<T> find(String type, Function<Known, Optional<T>> look) {
        var present = recent(type, REMEMBERED);
        if (present.isEmpty()) {
            return Optional.empty();
        }
        var found = look.apply(present.get());
        if (found.isPresent()) {
            return found;
        }
        var newer = recent(type, SHORTEST);
        return newer.isEmpty() || newer.get() == present.get() ? Optional.empty() : look.apply(newer.get());
    }

    private Optional<Known> recent(String type, Duration age) {
        var present = known.get(type);
        if (present != null && System.nanoTime() - present.readAt() < age.toNanos()) {
            return Optional.of(present);
        }
        return reading.take(() -> refreshed(type, age));
    }

    private Optional<Known> refreshed(String type, Duration age) {
        var present = known.get(type);
        if (present != null && System.nanoTime() - present.readAt() < age.toNanos()) {
            return Optional.of(present);
        }
        var intake = types.find(type).map(ConnectorType::intake);
        if (intake.isEmpty()) {
            known.remove(type); // an unknown type takes no place
            return Optional.empty();
        }
        var read = read(type, intake.get(), present);
        known.put(type, read);
        return Optional.of(read);
    }

    private Known read(String type, Intake intake, Known before) {
        long now = System.nanoTime();
        var versions = repository.versions(type);
        var hooks = repository.hooks(type);
        boolean isSame = before != null && before.intake().equals(intake);
        var integrations = new HashMap<UUID, Sender>();
        var changed = new ArrayList<UUID>();
        for (var version : versions) {
            var sender = isSame && before.versions().contains(version) ? before.integrations().get(version.integrationId())
                    : null;
            if (sender == null) {
                changed.add(version.integrationId());
            } else {
                integrations.put(version.integrationId(), sender);
            }
        }
        if (!changed.isEmpty()) {
            integrations.putAll(reader.ofIntegrations(type, intake, repository.configured(type, changed)));
        }
        var ofHooks = hooks.stream().map(hook -> reader.ofHook(hook, integrations)).flatMap(Optional::stream).toList();
        boolean isUnchanged = isSame && changed.isEmpty() && integrations.equals(before.integrations())
                && ofHooks.equals(before.ofHooks());
        return new Known(intake, new HashSet<>(versions), integrations, ofHooks, now,
                isUnchanged ? before.hooks() : new ConcurrentHashMap<>());
    }

    /** @param hooks which senders the deliveries of a hook were of before, by the provider's id of the hook */
    record Known(Intake intake, Set<Version> versions, Map<UUID, Sender> integrations, List<Sender> ofHooks,
            long readAt, Map<String, List<Sender>> hooks) {

        private static final int MOST_HOOKS = 10_000;

        List<Sender> of(UUID integrationId) {
            var all = new ArrayList<Sender>();
            Optional.ofNullable(integrations.get(integrationId)).ifPresent(all::add);
            ofHooks.stream().filter(sender -> sender.integrationId().equals(integrationId)).forEach(all::add);
            return all;
        }

        List<Sender> all() {
            var all = new ArrayList<>(ofHooks);
            integrations.values().stream().filter(sender -> !sender.secrets().isEmpty()).forEach(all::add);
            return all;
        }

        List<Sender> named(String hook) {
            return ofHooks.stream().filter(sender -> Objects.equals(sender.hook(), hook)).toList();
        }

        List<Sender> remembered(String hook) {
            return hooks.getOrDefault(hook, List.of());
        }

        void remember(String hook, List<Sender> senders) {
            if (hooks.size() < MOST_HOOKS) {
                hooks.put(hook, senders);
            }
        }
    }
}
