package io.painchain.backend.person.author;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.person.author.EventPersonView.Known;

/** Reads the event table along its index of authors: one step for each author, however many events are theirs. */
@Singleton
public class AuthorRepository {

    /** Authors looked at; and of each the newest events, which say what connectors it is of. */
    private static final int MOST_AUTHORS = 10_000;
    private static final int NEWEST = 100;

    private static final String NAMES = """
            with recursive step (author, number) as (
                (select author, 1 from event where tenant_id = ? and author is not null order by author limit 1)
                union all
                select (select e.author from event e where e.tenant_id = ? and e.author > step.author
                        order by e.author limit 1), number + 1
                from step where step.author is not null and number < %d
            ), used as (
                select distinct on (e.connector, e.integration_id, lower(e.author)) e.connector, e.integration_id, e.author,
                    lower(e.author) as login, e."timestamp" as at
                from step cross join lateral (
                    select connector, integration_id, author, "timestamp" from event
                    where tenant_id = ? and author = step.author order by "timestamp" desc, id desc limit %d) e
                where step.author is not null
                order by e.connector, e.integration_id, lower(e.author), e."timestamp" desc
            )""".formatted(MOST_AUTHORS, NEWEST);

    private static final String UNKNOWN = NAMES + """

            select connector, min(author) as author, max(at) as at from used u
            where u.connector <> 'painchain'
                and not exists (select from author_choice c
                    where c.tenant_id = ? and c.connector = u.connector and c.author = u.login)
                and not exists (select from account_login l
                    where l.tenant_id = ? and l.integration_id = u.integration_id and l.login = u.login)
            group by connector, login order by max(at) desc limit ?""";

    /** In another order each day, so that names which lead nowhere are in nobody's way. */
    private static final String WANTED = NAMES + """

            select u.author from used u
            where u.integration_id = ? and not exists (select from account_login l
                join person_account a on a.tenant_id = l.tenant_id and a.id = l.account_id and a.name is not null
                where l.tenant_id = ? and l.integration_id = u.integration_id and l.login = u.login)
            order by md5(u.login || cast(cast(? as date) as text)) limit ?""";

    private static final String OF_EVENTS = """
            select e.id as event_id, p.id, p.name, p.bot, found.known
            from event e cross join lateral (
                select known.person_id, known.known from (
                    select c.person_id, 'hand' as known, 1 as rank from author_choice c
                    where c.tenant_id = e.tenant_id and c.connector = e.connector and c.author = lower(e.author)
                    union all
                    (select a.person_id, case when l.since <= e."timestamp" then 'account' else 'login' end, 2
                    from account_login l join person_account a on a.tenant_id = l.tenant_id and a.id = l.account_id
                    where l.tenant_id = e.tenant_id and l.integration_id = e.integration_id and l.login = lower(e.author)
                    order by l.since <= e."timestamp" desc,
                        case when l.since <= e."timestamp" then l.since end desc nulls last, l.since limit 1)) known
                order by rank limit 1) found
            join person p on p.tenant_id = e.tenant_id and p.id = found.person_id
            where e.tenant_id = ? and e.id = any(cast(? as uuid[])) and e.author is not null""";

    private final Statements statements;

    AuthorRepository(Statements statements) {
        this.statements = statements;
    }

    /** Those of the newest events first. */
    List<AuthorView> unknown(String tenantId, int most) {
        return statements.query(UNKNOWN, List.of(tenantId, tenantId, tenantId, tenantId, tenantId, most),
                row -> new AuthorView(row.text("connector"), row.text("author"), row.instant("at")));
    }

    /** On events of an integration, and without an account that has a name. */
    public List<String> wanted(String tenantId, UUID integrationId, Instant now, int most) {
        return statements.query(WANTED, List.of(tenantId, tenantId, tenantId, integrationId, tenantId, now, most),
                row -> row.text("author"));
    }

    List<EventPersonView> ofEvents(String tenantId, List<UUID> events) {
        return statements.query(OF_EVENTS, List.of(tenantId, events.stream().map(UUID::toString).toArray(String[]::new)),
                row -> new EventPersonView(row.id("event_id").toString(), row.id("id").toString(), row.text("name"),
                        row.flag("bot"), Known.valueOf(row.text("known"))));
    }

    /** @param author in lower case */
    Optional<UUID> chosen(String tenantId, String connector, String author) {
        return statements.query("""
                select person_id from author_choice where tenant_id = ? and connector = ? and author = ?""",
                List.of(tenantId, connector, author), row -> row.id("person_id")).stream().findFirst();
    }

    void choose(String tenantId, String connector, String author, UUID person, Instant now) {
        statements.update("""
                insert into author_choice (tenant_id, connector, author, person_id, chosen_at) values (?, ?, ?, ?, ?)
                on conflict (tenant_id, connector, author) do update
                set person_id = excluded.person_id, chosen_at = excluded.chosen_at""",
                List.of(tenantId, connector, author, person, now));
    }

    void forget(String tenantId, String connector, String author) {
        statements.update("delete from author_choice where tenant_id = ? and connector = ? and author = ?",
                List.of(tenantId, connector, author));
    }
}
