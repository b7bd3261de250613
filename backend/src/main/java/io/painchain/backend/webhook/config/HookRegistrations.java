package io.painchain.backend.webhook.config;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.AwaitedTasks;
import io.painchain.backend.task.NewTask;
import io.painchain.backend.task.TaskConfig;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.webhook.HookSecrets;
import io.painchain.backend.webhook.config.HookStandingRepository.DueHook;
import io.painchain.backend.webhook.config.HookStandingRepository.Hook;
import io.painchain.model.task.HookInput;
import io.painchain.model.task.HookInput.Action;
import io.painchain.model.task.HookOutput;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Has connectors make, ping, compare and remove hooks at the provider, and keeps what came of it. */
@Singleton
class HookRegistrations {

    /** As long as providers list deliveries. */
    private static final Duration LISTED = Duration.ofDays(3);
    /** What is younger may be on its way, or waits for the commit that stores it. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);
    /** What agreed is compared once more for so long, so that clocks may differ. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final HookStandingRepository standings;
    private final WebhookIntegrations integrations;
    private final HookSecrets secrets;
    private final AwaitedTasks awaited;
    private final TaskConfig config;
    private final RepeatedTransaction transaction;
    private final CurrentTenant tenant;
    private final Clock clock;

    HookRegistrations(HookStandingRepository standings, WebhookIntegrations integrations, HookSecrets secrets,
            AwaitedTasks awaited, TaskConfig config, RepeatedTransaction transaction, CurrentTenant tenant, Clock clock) {
        this.standings = standings;
        this.integrations = integrations;
        this.secrets = secrets;
        this.awaited = awaited;
        this.config = config;
        this.transaction = transaction;
        this.tenant = tenant;
        this.clock = clock;
    }

    Uni<HookOutput> ask(String id, Action action) {
        var whose = tenant.id();
        var hook = Ids.parse(id).flatMap(uuid -> standings.find(whose, uuid))
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such webhook configuration."));
        return ask(integrations.require(hook.integrationId().toString()).type(), whose, hook, action);
    }

    /** Outside of a request. */
    Uni<HookOutput> compare(DueHook due) {
        return ask(due.type(), due.tenantId(), due.hook(), Action.compare);
    }

    private Uni<HookOutput> ask(String type, String whose, Hook hook, Action action) {
        var input = input(whose, hook, action);
        var task = NewTask.awaited(type, TaskKind.hook, whose, hook.integrationId(), input, config.answer());
        return awaited.ask(task).emitOn(Infrastructure.getDefaultWorkerPool()).map(outcome -> {
            var told = outcome.state() == TaskState.done ? awaited.read(outcome, HookOutput.class)
                    : new HookOutput(false, null, outcome.error(), 0, 0);
            keep(whose, hook.id(), input, told);
            return told;
        });
    }

    private HookInput input(String whose, Hook hook, Action action) {
        boolean isSecret = action == Action.register;
        var now = clock.instant();
        var since = now.minus(LISTED);
        var known = action == Action.compare ? standings.arrived(whose, hook.integrationId(), since) : null;
        return new HookInput(action, hook.repository(), hook.hookId(), hook.url(),
                isSecret ? secrets.open(whose, hook.id(), hook.secret()) : null, hook.events(),
                known == null ? null : known.ids(), known == null ? null : unsettled(hook, known.since()),
                known == null ? null : now.minus(UNDER_WAY));
    }

    /** What the last agreement covers need not be listed again. */
    private static Instant unsettled(Hook hook, Instant known) {
        var settled = hook.agreedUntil() == null ? known : hook.agreedUntil().minus(OVERLAP);
        return settled.isAfter(known) ? settled : known;
    }

    private void keep(String whose, UUID id, HookInput input, HookOutput told) {
        var now = clock.instant();
        transaction.callFor(whose, () -> {
            switch (input.action()) {
                case register -> standings.registered(whose, id, told, now);
                case remove -> standings.removed(whose, id, told);
                case compare -> keepComparison(whose, id, input, told);
                case ping -> {
                    // its answer comes as a delivery
                }
            }
            return true;
        });
    }

    private void keepComparison(String whose, UUID id, HookInput input, HookOutput told) {
        boolean isCompared = told.ok() || told.missing() > 0 || told.hookId() != null;
        if (isCompared) {
            standings.compared(whose, id, told, input.until(), LISTED);
        } else {
            standings.notCompared(whose, id, told);
        }
    }
}
