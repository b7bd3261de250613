package io.painchain.backend.webhook.config;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.SyncStates;
import io.painchain.model.integration.IntegrationHook;

/**
 * How far webhooks can be relied on: silence ends it, as does one that is off; a difference for the repositories that it is of.
 * Which events one of no place (an App's) sends is chosen at the provider, so that nobody knows what it leaves out.
 */
@Singleton
class HookStateRepository implements SyncStates.OfHooks {

    /** A comparison every quarter of an hour, and time for its answer. */
    private static final Duration HOLDS = Duration.ofMinutes(20);

    private final Statements statements;
    private final Clock clock;

    HookStateRepository(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    private record Owned(UUID integrationId, IntegrationHook hook) {
    }

    @Override
    public Map<UUID, List<IntegrationHook>> hooks(Set<String> tenantIds, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var since = clock.instant().minus(HOLDS);
        return statements.query("""
                select integration_id, repository, events, agreed_since, cast(missing_of as text[]) as missing_of,
                    case when missing_of is null then coalesce(agreed_until, agreed_at) else compared_until end as verified_at,
                    active and coalesce(repository, '') <> ''
                        and (agreed_until = compared_until and agreed_at > ?
                            or missing_of is not null and compared_until > ?) as vouches
                from webhook_config
                where tenant_id = any(?) and integration_id = any(cast(? as uuid[])) and registered_at is not null
                    and agreed_since is not null
                order by id""", List.of(since, since, texts(tenantIds), texts(ids)),
                row -> new Owned(row.id("integration_id"), new IntegrationHook(row.text("repository"), row.texts("events"),
                        row.instant("agreed_since"), row.instant("verified_at"), row.flag("vouches"),
                        numbers(row.texts("missing_of")))))
                .stream().collect(Collectors.groupingBy(Owned::integrationId,
                        Collectors.mapping(Owned::hook, Collectors.toList())));
    }

    private static List<Long> numbers(List<String> texts) {
        return texts == null || texts.isEmpty() ? null : texts.stream().map(Long::valueOf).toList();
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
