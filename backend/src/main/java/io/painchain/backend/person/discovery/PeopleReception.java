package io.painchain.backend.person.discovery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.id.Ids;
import io.painchain.backend.person.PersonRepository;
import io.painchain.backend.person.discovery.AccountRepository.Told;
import io.painchain.backend.person.discovery.ReadingRepository.Due;
import io.painchain.backend.task.FormedTaskEnded;
import io.painchain.backend.task.FormedTaskEnded.End;
import io.painchain.backend.wire.WireReader;
import io.painchain.model.task.PeopleOutput;
import io.painchain.model.task.TaskKind;

/** Keeps what a connector told of people, within the transaction that ends its task. */
@Singleton
class PeopleReception {

    private static final Logger LOG = Logger.getLogger(PeopleReception.class);

    private final ReadingRepository readings;
    private final AccountRepository accounts;
    private final PersonRepository people;
    private final WireReader reader;
    private final ObjectMapper mapper;
    private final Ids ids;

    PeopleReception(ReadingRepository readings, AccountRepository accounts, PersonRepository people, WireReader reader,
            ObjectMapper mapper, Ids ids) {
        this.readings = readings;
        this.accounts = accounts;
        this.people = people;
        this.reader = reader;
        this.mapper = mapper;
        this.ids = ids;
    }

    void ended(@Observes FormedTaskEnded ended) {
        if (ended.kind() != TaskKind.people || ended.end() == End.released) {
            return;
        }
        readings.ofTask(ended.key()).ifPresent(integration -> {
            if (ended.end() == End.failed) {
                readings.failed(integration.tenantId(), integration.integrationId(), ended.error());
            } else {
                take(integration, ended.output() == null ? Map.of() : ended.output(), ended.at());
            }
        });
    }

    private void take(Due integration, Map<String, Object> output, Instant now) {
        JsonNode json = mapper.valueToTree(output);
        var reading = reader.read(json, PeopleOutput.class);
        if (!reading.isValid()) {
            var first = reading.errors().get(0);
            readings.failed(integration.tenantId(), integration.integrationId(),
                    "The connector's answer is unreadable: " + first.pointer() + " " + first.detail());
            return;
        }
        var told = reading.value();
        people.lock(integration.tenantId());
        var kept = resolved(integration, told);
        accounts.keep(integration, told.realm(), kept, now);
        int left = told.complete() ? accounts.leave(integration, kept, now) : 0;
        readings.told(integration.tenantId(), integration.integrationId(), told.complete(), told.warnings(), now);
        LOG.debugf("Integration %s: %d accounts, %d left", integration.integrationId(), kept.size(), left);
    }

    /** Known by the provider's id; a new one is the person that somebody said its login is, else a new person. */
    private List<Told> resolved(Due integration, PeopleOutput told) {
        var byId = new LinkedHashMap<String, PeopleOutput.Account>();
        told.accounts().forEach(account -> byId.put(account.externalId(), account));
        var known = accounts.known(integration, told.realm(), byId.keySet());
        var chosen = accounts.chosen(integration, byId.values().stream().map(account -> lower(account.login())).toList());
        return byId.values().stream().map(account -> {
            var one = known.get(account.externalId());
            var person = one != null ? one.personId() : chosen.get(lower(account.login()));
            return told(account, one == null ? ids.next() : one.id(), person);
        }).toList();
    }

    /** @param person {@code null}: a new one */
    private Told told(PeopleOutput.Account account, UUID id, UUID person) {
        return new Told(id, person == null ? ids.next() : person, account.externalId(), account.login(),
                lower(account.login()), account.name(), account.bot(), account.member(),
                account.groups() == null ? List.of() : account.groups(), person == null);
    }

    private static String lower(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
