package io.painchain.backend.connect.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.model.connect.ConnectInput;
import io.painchain.model.connect.ConnectInput.Action;
import io.painchain.model.connect.ConnectOutput;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Gets new tokens before the old ones end. A refresh token is good once, and using it ends the old access token too: one
 * backend takes the row first, and what comes is stored with the configuration that uses it in one transaction.
 */
@Singleton
class CredentialRefresh {

    private static final Logger LOG = Logger.getLogger(CredentialRefresh.class);
    private static final int AT_ONCE = 20;
    private static final Duration AHEAD = Duration.ofMinutes(30);
    /** After which whoever took it is thought to be gone. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SERVER_ERRORS = 500;

    private final CredentialRepository credentials;
    private final CredentialCipher cipher;
    private final ConnectTasks tasks;
    private final IntegrationAccess integrations;
    private final RepeatedTransaction transaction;
    private final ObjectMapper mapper;
    private final Clock clock;

    CredentialRefresh(CredentialRepository credentials, CredentialCipher cipher, ConnectTasks tasks,
            IntegrationAccess integrations, RepeatedTransaction transaction, ObjectMapper mapper, Clock clock) {
        this.credentials = credentials;
        this.cipher = cipher;
        this.tasks = tasks;
        this.integrations = integrations;
        this.transaction = transaction;
        this.mapper = mapper;
        this.clock = clock;
    }

    @AllTenants
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transaction.call(() -> credentials.claimDue(now, AHEAD, PATIENCE, AT_ONCE)).forEach(due -> refresh(due, now));
    }

    private void refresh(Credential due, Instant since) {
        try {
            var output = tasks.ask(due.provider(), due.tenantId(), due.integrationId(),
                    new ConnectInput(Action.refresh, due.way(), Map.of(), null, null, null, cipher.open(due)));
            transaction.callFor(due.tenantId(), () -> store(due, since, output));
        } catch (HttpProblem e) {
            boolean isRefused = e.getStatusCode() < SERVER_ERRORS;
            LOG.warnf("Integration %s: its token was not refreshed: %s", due.integrationId(), e.getDetail());
            transaction.callFor(due.tenantId(), () -> {
                credentials.notRefreshed(due, since, isRefused ? e.getDetail() : null);
                return true;
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "Integration %s: its token was not refreshed", due.integrationId());
        }
    }

    private boolean store(Credential due, Instant since, ConnectOutput output) {
        if (!credentials.lockClaimed(due, since)) {
            return false;
        }
        var grant = output.connected().grant();
        credentials.refreshed(due, cipher.seal(due.tenantId(), due.integrationId(), grant), grant);
        integrations.renewConfig(due.tenantId(), due.integrationId(),
                config -> config.setAll(mapper.<ObjectNode> valueToTree(output.connected().config())));
        return true;
    }
}
