package io.painchain.backend.person;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.id.Ids;
import io.painchain.backend.paging.Page;
import io.painchain.backend.person.PersonRepository.NewPerson;
import io.painchain.backend.person.PersonRepository.Person;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;

@Singleton
@Transactional
class PersonEditor {

    private static final String OBJECT = "person";

    private final PersonRepository people;
    private final CurrentTenant tenant;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    PersonEditor(PersonRepository people, CurrentTenant tenant, AuditLog audit, Ids ids, Clock clock) {
        this.people = people;
        this.tenant = tenant;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The next page's number where there is one. */
    Page<PersonView> list(PersonParameters.Query query) {
        var found = people.list(tenant.id(), query);
        boolean hasMore = found.size() > query.perPage();
        return new Page<>(people.views(tenant.id(), hasMore ? found.subList(0, query.perPage()) : found),
                hasMore ? Optional.of(String.valueOf(query.page() + 1)) : Optional.empty());
    }

    PersonView get(String id) {
        return view(require(id));
    }

    PersonView change(String id, PersonRequest request) {
        people.lock(tenant.id());
        var person = require(id);
        var before = view(person);
        boolean isNamed = request.name() != null && !request.name().isBlank();
        var changed = new Person(person.id(), isNamed ? request.name().strip() : person.name(), person.named() || isNamed,
                request.bot() == null ? person.bot() : request.bot());
        people.change(tenant.id(), changed, clock.instant());
        return recorded(before, changed.id());
    }

    PersonView merge(String id, SamePersonRequest request) {
        people.lock(tenant.id());
        var kept = require(id);
        var other = require(request.personId());
        if (kept.id().equals(other.id())) {
            throw ProblemType.invalid("/personId", "must be another person");
        }
        var before = view(kept);
        people.merge(tenant.id(), other.id(), kept.id());
        // The name that was chosen to stay is not to change with one of several accounts.
        people.change(tenant.id(), new Person(kept.id(), kept.name(), true, kept.bot()), clock.instant());
        return recorded(before, kept.id());
    }

    /** The account becomes a person of its own again. */
    PersonView separate(String id, String accountId) {
        people.lock(tenant.id());
        var person = require(id);
        var before = view(person);
        var account = Ids.parse(accountId).flatMap(uuid -> people.account(tenant.id(), person.id(), uuid))
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such account of this person."));
        if (before.accounts().size() + before.authors().size() < 2) {
            throw ProblemType.CONFLICT.problem("It is all that this person is made of.");
        }
        var own = ids.next();
        people.add(tenant.id(), own, new NewPerson(account.name() == null ? account.login() : account.name(), false,
                account.bot()), clock.instant());
        people.separate(tenant.id(), UUID.fromString(account.id()), person.id(), own);
        recorded(before, person.id());
        return view(require(own.toString()));
    }

    private PersonView recorded(PersonView before, UUID id) {
        var after = view(require(id.toString()));
        audit.record(OBJECT, id, before, after);
        return after;
    }

    private PersonView view(Person person) {
        return people.views(tenant.id(), List.of(person)).get(0);
    }

    private Person require(String id) {
        return Ids.parse(id).flatMap(uuid -> people.find(tenant.id(), uuid))
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such person."));
    }
}
