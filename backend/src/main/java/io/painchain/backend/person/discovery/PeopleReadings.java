package io.painchain.backend.person.discovery;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.connector.schema.ConfigSchema;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.person.author.AuthorRepository;
import io.painchain.backend.person.discovery.ReadingRepository.Due;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.NewTask;
import io.painchain.backend.task.TaskQueue;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.task.PeopleInput;
import io.painchain.model.task.TaskKind;

/** Asks for an integration's people, one task at a time. */
@Singleton
class PeopleReadings {

    /** Names to look up at once; each costs the provider a request. */
    private static final int AUTHORS = 50;
    private static final PeopleReadingView NEVER = new PeopleReadingView(true, null, null, false, 0, List.of(), null);
    private static final PeopleReadingView UNSUPPORTED = new PeopleReadingView(false, null, null, false, 0, List.of(), null);

    private final ReadingRepository readings;
    private final AuthorRepository authors;
    private final ConnectorTypes types;
    private final TaskQueue queue;
    private final RepeatedTransaction transaction;
    private final Clock clock;

    PeopleReadings(ReadingRepository readings, AuthorRepository authors, ConnectorTypes types, TaskQueue queue,
            RepeatedTransaction transaction, Clock clock) {
        this.readings = readings;
        this.authors = authors;
        this.types = types;
        this.queue = queue;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<String> typesThatTell() {
        return types.all().stream().map(ConnectorType::id).filter(this::tells).toList();
    }

    PeopleReadingView show(IntegrationReference integration) {
        if (!tells(integration.type())) {
            return UNSUPPORTED;
        }
        return readings.find(integration.tenantId(), integration.id()).orElse(NEVER);
    }

    void ask(IntegrationReference integration) {
        if (!tells(integration.type())) {
            throw ProblemType.CONFLICT.problem("Connectors of type %s tell of no people.".formatted(integration.type()));
        }
        if (!integration.enabled()) {
            throw ProblemType.CONFLICT.problem("The integration is disabled, so no connector reads it; enable it first.");
        }
        ask(new Due(integration.tenantId(), integration.id(), integration.type()));
    }

    void ask(Due integration) {
        var now = clock.instant();
        var wanted = transaction.call(() -> {
            readings.asked(integration.tenantId(), integration.integrationId(), now);
            return authors.wanted(integration.tenantId(), integration.integrationId(), now, AUTHORS);
        });
        queue.add(NewTask.job(integration.type(), TaskKind.people, integration.tenantId(), integration.integrationId(),
                new PeopleInput(wanted), Map.of()));
    }

    private boolean tells(String type) {
        return types.configSchema(type).filter(ConfigSchema::tellsOfPeople).isPresent();
    }
}
