package io.painchain.backend.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

/** People, with what they are made of. */
@Singleton
public class PersonRepository {

    /** The same for all backends of a database; with the tenant's digest the lock of its people. */
    private static final int LOCK = 730_523;

    private static final String LIST = """
            select p.id, p.name, p.named, p.bot from person p
            where p.tenant_id = ? and p.bot = coalesce(cast(? as boolean), p.bot)
                and (cast(? as text) = '' or p.name ilike ? or exists (select from person_account a
                    where a.tenant_id = p.tenant_id and a.person_id = p.id and a.login ilike ?)
                    or exists (select from author_choice c
                    where c.tenant_id = p.tenant_id and c.person_id = p.id and c.author ilike ?))
                and (cast(? as boolean) is null or cast(? as boolean) = coalesce((
                    select bool_or(m.member) and bool_and(not m.member or m.left_at is not null)
                    from person_account a join account_membership m on m.tenant_id = a.tenant_id and m.account_id = a.id
                    where a.tenant_id = p.tenant_id and a.person_id = p.id), false))
            order by lower(p.name), p.id limit ? offset ?""";

    private static final String ACCOUNTS = """
            select a.person_id, a.id, a.connector, a.realm, a.external_id, a.login, a.name, a.bot,
                coalesce(bool_or(m.member and m.left_at is null), false) as member,
                case when coalesce(bool_or(m.member and m.left_at is null), false) then null
                    else max(m.left_at) filter (where m.member) end as left_at,
                coalesce((select array_agg(distinct g order by g) from account_membership n, unnest(n.groups) g
                    where n.tenant_id = a.tenant_id and n.account_id = a.id and n.left_at is null), '{}') as groups
            from person_account a
            left join account_membership m on m.tenant_id = a.tenant_id and m.account_id = a.id
            where a.tenant_id = ? and a.person_id = any(cast(? as uuid[]))
            group by a.tenant_id, a.id order by a.connector, a.realm, lower(a.login)""";

    private final Statements statements;

    PersonRepository(Statements statements) {
        this.statements = statements;
    }

    record Person(UUID id, String name, boolean named, boolean bot) {
    }

    private record Owned<T>(UUID personId, T value) {
    }

    /** Changes of one tenant's people wait for each other. */
    public void lock(String tenantId) {
        statements.query("select pg_advisory_xact_lock(?, hashtext(?))", List.of(LOCK, tenantId), row -> true);
    }

    /** One more than asked for where there are more. */
    List<Person> list(String tenantId, PersonParameters.Query query) {
        var like = "%" + query.q().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return statements.query(LIST, Arrays.asList(tenantId, query.bot(), query.q(), like, like, like, query.left(),
                query.left(), query.perPage() + 1, (query.page() - 1) * query.perPage()), PersonRepository::person);
    }

    public boolean exists(String tenantId, UUID id) {
        return find(tenantId, id).isPresent();
    }

    Optional<Person> find(String tenantId, UUID id) {
        return statements.query("select id, name, named, bot from person where tenant_id = ? and id = ?",
                List.of(tenantId, id), PersonRepository::person).stream().findFirst();
    }

    List<PersonView> views(String tenantId, List<Person> people) {
        var ids = texts(people.stream().map(Person::id).toList());
        var accounts = byPerson(statements.query(ACCOUNTS, List.of(tenantId, ids),
                row -> new Owned<>(row.id("person_id"), account(row))));
        var authors = byPerson(statements.query("""
                select person_id, connector, author from author_choice
                where tenant_id = ? and person_id = any(cast(? as uuid[])) order by connector, author""",
                List.of(tenantId, ids), row -> new Owned<>(row.id("person_id"),
                        new PersonView.Author(row.text("connector"), row.text("author")))));
        return people.stream().map(one -> new PersonView(one.id().toString(), one.name(), one.named(), one.bot(),
                accounts.getOrDefault(one.id(), List.of()), authors.getOrDefault(one.id(), List.of()))).toList();
    }

    public void add(String tenantId, UUID id, NewPerson person, Instant now) {
        statements.update("""
                insert into person (tenant_id, id, name, named, bot, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?)""",
                List.of(tenantId, id, person.name(), person.named(), person.bot(), now, now));
    }

    /** @param named whether by hand */
    public record NewPerson(String name, boolean named, boolean bot) {
    }

    void change(String tenantId, Person person, Instant now) {
        statements.update("update person set name = ?, named = ?, bot = ?, updated_at = ? where tenant_id = ? and id = ?",
                List.of(person.name(), person.named(), person.bot(), now, tenantId, person.id()));
    }

    /** All that is of one becomes the other's. */
    void merge(String tenantId, UUID from, UUID into) {
        statements.update("update person_account set person_id = ? where tenant_id = ? and person_id = ?",
                List.of(into, tenantId, from));
        statements.update("update author_choice set person_id = ? where tenant_id = ? and person_id = ?",
                List.of(into, tenantId, from));
        remove(tenantId, from);
    }

    /** @return false where the account is not of that person, or their only one */
    boolean separate(String tenantId, UUID account, UUID from, UUID to) {
        return statements.update("""
                update person_account set person_id = ? where tenant_id = ? and id = ? and person_id = ?""",
                List.of(to, tenantId, account, from)) == 1;
    }

    Optional<PersonView.Account> account(String tenantId, UUID person, UUID account) {
        return statements.query(ACCOUNTS, List.of(tenantId, texts(List.of(person))), PersonRepository::account).stream()
                .filter(one -> one.id().equals(account.toString())).findFirst();
    }

    /** Who has neither an account nor an author any more. */
    public void removeIfNobody(String tenantId, UUID person) {
        statements.update("""
                delete from person p where p.tenant_id = ? and p.id = ?
                    and not exists (select from person_account a where a.tenant_id = p.tenant_id and a.person_id = p.id)
                    and not exists (select from author_choice c where c.tenant_id = p.tenant_id and c.person_id = p.id)""",
                List.of(tenantId, person));
    }

    private void remove(String tenantId, UUID person) {
        statements.update("delete from person where tenant_id = ? and id = ?", List.of(tenantId, person));
    }

    private static <T> Map<UUID, List<T>> byPerson(List<Owned<T>> rows) {
        return rows.stream().collect(Collectors.groupingBy(Owned::personId,
                Collectors.mapping(Owned::value, Collectors.toCollection(ArrayList::new))));
    }

    private static Person person(Row row) {
        return new Person(row.id("id"), row.text("name"), row.flag("named"), row.flag("bot"));
    }

    private static PersonView.Account account(Row row) {
        return new PersonView.Account(row.id("id").toString(), row.text("connector"), row.text("realm"),
                row.text("external_id"), row.text("login"), row.text("name"), row.flag("bot"), row.flag("member"),
                row.instant("left_at"), row.texts("groups"));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
