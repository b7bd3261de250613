package io.painchain.backend.person.author;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.id.Ids;
import io.painchain.backend.person.PersonRepository;
import io.painchain.backend.person.PersonRepository.NewPerson;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.validation.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;

@Singleton
@Transactional
class AuthorEditor {

    private static final String OBJECT = "author";
    private static final int MOST_UNKNOWN = 500;
    private static final int MOST_EVENTS = 100;

    private final AuthorRepository authors;
    private final PersonRepository people;
    private final CurrentTenant tenant;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    AuthorEditor(AuthorRepository authors, PersonRepository people, CurrentTenant tenant, AuditLog audit, Ids ids,
            Clock clock) {
        this.authors = authors;
        this.people = people;
        this.tenant = tenant;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    List<AuthorView> unknown() {
        return authors.unknown(tenant.id(), MOST_UNKNOWN);
    }

    List<EventPersonView> ofEvents(List<String> events) {
        if (events.size() > MOST_EVENTS) {
            throw ProblemType.invalid(List.of(new FieldError("event", "must be given at most " + MOST_EVENTS + " times")));
        }
        var known = events.stream().flatMap(id -> Ids.parse(id).stream()).toList();
        return known.isEmpty() ? List.of() : authors.ofEvents(tenant.id(), known);
    }

    void choose(AuthorRequest request) {
        people.lock(tenant.id());
        var login = request.author().toLowerCase(Locale.ROOT);
        var before = authors.chosen(tenant.id(), request.connector(), login).orElse(null);
        var person = request.personId() == null ? add(request) : require(request.personId());
        authors.choose(tenant.id(), request.connector(), login, person, clock.instant());
        if (before != null) {
            people.removeIfNobody(tenant.id(), before);
        }
        record(request.connector(), login, before, person);
    }

    void forget(String connector, String author) {
        if (connector == null || author == null) {
            throw notSaid();
        }
        people.lock(tenant.id());
        var login = author.toLowerCase(Locale.ROOT);
        var before = authors.chosen(tenant.id(), connector, login)
                .orElseThrow(AuthorEditor::notSaid);
        authors.forget(tenant.id(), connector, login);
        people.removeIfNobody(tenant.id(), before);
        record(connector, login, before, null);
    }

    private static HttpProblem notSaid() {
        return ProblemType.NOT_FOUND.problem("Nobody said whose this author is.");
    }

    private UUID add(AuthorRequest request) {
        var id = ids.next();
        boolean isNamed = request.name() != null && !request.name().isBlank();
        var name = (isNamed ? request.name() : request.author()).strip();
        people.add(tenant.id(), id, new NewPerson(name, true, Boolean.TRUE.equals(request.bot())), clock.instant());
        return id;
    }

    private UUID require(String id) {
        return Ids.parse(id).filter(uuid -> people.exists(tenant.id(), uuid))
                .orElseThrow(() -> ProblemType.invalid("/personId", "must be the id of a person"));
    }

    private void record(String connector, String author, UUID before, UUID after) {
        audit.record(OBJECT, connector + ":" + author, before == null ? null : Map.of("personId", before),
                after == null ? null : Map.of("personId", after));
    }
}
