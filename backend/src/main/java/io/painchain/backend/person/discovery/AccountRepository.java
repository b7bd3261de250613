package io.painchain.backend.person.discovery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.Statements;
import io.painchain.backend.person.discovery.ReadingRepository.Due;

/** Accounts, where they were seen, and since when which login was theirs: all of one reading at once. */
@Singleton
class AccountRepository {

    private static final String ROWS = """
            jsonb_to_recordset(cast(? as jsonb)) as told (id uuid, "personId" uuid, "externalId" text, login text, "lowerLogin" text,
                name text, bot boolean, member boolean, groups jsonb, "isNew" boolean)""";

    private final Statements statements;
    private final ObjectMapper mapper;

    AccountRepository(Statements statements, ObjectMapper mapper) {
        this.statements = statements;
        this.mapper = mapper;
    }

    record Known(String externalId, UUID id, UUID personId) {
    }

    /** @param isNew whether its person is made with it, too */
    record Told(UUID id, UUID personId, String externalId, String login, String lowerLogin, String name, boolean bot,
            boolean member, List<String> groups, boolean isNew) {
    }

    Map<String, Known> known(Due integration, String realm, Collection<String> externalIds) {
        return statements.query("""
                select external_id, id, person_id from person_account
                where tenant_id = ? and connector = ? and realm = ? and external_id = any(?)""",
                List.of(integration.tenantId(), integration.type(), realm, externalIds.toArray(String[]::new)),
                row -> new Known(row.text("external_id"), row.id("id"), row.id("person_id"))).stream()
                .collect(Collectors.toMap(Known::externalId, one -> one));
    }

    /** Whose logins are by hand. */
    Map<String, UUID> chosen(Due integration, Collection<String> logins) {
        record Chosen(String author, UUID personId) {
        }
        return statements.query("""
                select author, person_id from author_choice where tenant_id = ? and connector = ? and author = any(?)""",
                List.of(integration.tenantId(), integration.type(), logins.toArray(String[]::new)),
                row -> new Chosen(row.text("author"), row.id("person_id"))).stream()
                .collect(Collectors.toMap(Chosen::author, Chosen::personId));
    }

    void keep(Due integration, String realm, List<Told> accounts, Instant now) {
        var rows = json(accounts);
        var tenantId = integration.tenantId();
        statements.update("""
                insert into person (tenant_id, id, name, bot, created_at, updated_at)
                select ?, "personId", coalesce(name, login), bot, ?, ? from %s where "isNew" = true""".formatted(ROWS),
                List.of(tenantId, now, now, rows));
        statements.update("""
                insert into person_account (tenant_id, id, connector, realm, external_id, login, name, bot, person_id, found_at,
                    seen_at)
                select ?, id, ?, ?, "externalId", login, name, bot, "personId", ?, ? from %s
                on conflict (tenant_id, id) do update
                set login = excluded.login, name = coalesce(excluded.name, person_account.name), bot = excluded.bot,
                    seen_at = excluded.seen_at""".formatted(ROWS),
                List.of(tenantId, integration.type(), realm, now, now, rows));
        statements.update("""
                update person p set name = coalesce(a.name, a.login), updated_at = ?
                from person_account a, %s
                where a.tenant_id = ? and a.id = told.id and p.tenant_id = a.tenant_id and p.id = a.person_id and not p.named
                    and p.name <> coalesce(a.name, a.login)""".formatted(ROWS), List.of(now, rows, tenantId));
        statements.update("""
                insert into account_membership (tenant_id, integration_id, account_id, member, groups, seen_at)
                select ?, ?, id, member, array(select jsonb_array_elements_text(groups)), ? from %s
                on conflict (tenant_id, integration_id, account_id) do update
                set member = excluded.member or account_membership.member, groups = excluded.groups, seen_at = excluded.seen_at,
                    left_at = case when excluded.member then null else account_membership.left_at end""".formatted(ROWS),
                List.of(tenantId, integration.integrationId(), now, rows));
        statements.update("""
                insert into account_login (tenant_id, integration_id, login, since, account_id)
                select ?, ?, "lowerLogin", ?, id from %s
                where id is distinct from (select l.account_id from account_login l
                    where l.tenant_id = ? and l.integration_id = ? and l.login = "lowerLogin" order by l.since desc limit 1)
                on conflict do nothing""".formatted(ROWS),
                List.of(tenantId, integration.integrationId(), now, rows, tenantId, integration.integrationId()));
    }

    /** Members that are not among those that a complete list named. */
    int leave(Due integration, List<Told> accounts, Instant now) {
        var members = accounts.stream().filter(Told::member).map(one -> one.id().toString()).toArray(String[]::new);
        return statements.update("""
                update account_membership set left_at = ?, groups = '{}'
                where tenant_id = ? and integration_id = ? and member and left_at is null
                    and not account_id = any(cast(? as uuid[]))""",
                List.of(now, integration.tenantId(), integration.integrationId(), members));
    }

    private String json(List<Told> accounts) {
        try {
            return mapper.writeValueAsString(accounts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Accounts can be written as JSON", e);
        }
    }
}
