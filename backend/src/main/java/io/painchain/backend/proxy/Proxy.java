package io.painchain.backend.proxy;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.AwaitedTasks;
import io.painchain.backend.task.NewTask;
import io.painchain.backend.task.TaskConfig;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.task.ProxyAnswer;
import io.painchain.model.task.ProxyRequest;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;

@Singleton
class Proxy {

    private static final String INTEGRATION = "integrationId";

    private final ProxyTargets targets;
    private final AwaitedTasks answers;
    private final TaskConfig config;
    private final CurrentTenant tenant;

    Proxy(ProxyTargets targets, AwaitedTasks answers, TaskConfig config, CurrentTenant tenant) {
        this.targets = targets;
        this.answers = answers;
        this.config = config;
        this.tenant = tenant;
    }

    /** The path is whole and percent-encoded, the address the caller's; the body may be {@code null}. */
    record Call(String method, String path, MultiMap query, JsonNode body, String address) {
    }

    Uni<ProxyAnswer> pass(String type, String integrationId, Call call) {
        var path = ProxyPath.of(call.path());
        var target = targets.find(type, integrationId, path.repository());
        var input = new ProxyRequest(call.method(), path.text(), query(call.query()), call.body(), requestedBy(call));
        return answers.ask(NewTask.awaited(type, TaskKind.proxy, target.tenantId(), target.id(), input, config.proxy()))
                .map(outcome -> {
                    if (outcome.state() != TaskState.done) {
                        throw AwaitedTasks.refusal(outcome);
                    }
                    return checked(answers.read(outcome, ProxyAnswer.class));
                });
    }

    private String requestedBy(Call call) {
        var shown = CurrentTenant.onTheWire(tenant.id());
        return (shown == null ? "a user" : "a user of " + shown) + " at " + call.address();
    }

    private static Map<String, String> query(MultiMap parameters) {
        var query = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (!name.equals(INTEGRATION)) {
                query.putIfAbsent(name, value);
            }
        });
        return query;
    }

    private static ProxyAnswer checked(ProxyAnswer answer) {
        if (answer.status() < 200 || answer.status() > 599) {
            throw ProblemType.PROVIDER_FAILED.problem("The connector answered without a status; is it of another version?");
        }
        return answer;
    }
}
