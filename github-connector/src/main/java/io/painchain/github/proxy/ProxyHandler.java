package io.painchain.github.proxy;

import java.util.Map;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.cache.AnswerCache;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.taskhandler.Connections;
import io.painchain.model.task.ProxyAnswer;
import io.painchain.model.task.ProxyRequest;
import io.painchain.model.task.Task;

public final class ProxyHandler implements TaskHandler {

    private static final Logger LOG = Logger.getLogger(ProxyHandler.class);

    private final Connections connections;
    private final AnswerCache cache;
    private final MeterRegistry meters;

    public ProxyHandler(Connections connections, AnswerCache cache, MeterRegistry meters) {
        this.connections = connections;
        this.cache = cache;
        this.meters = meters;
        ProxiedRead.kept().forEach(what -> {
            meters.counter("cache_hits", "resource", what);
            meters.counter("cache_misses", "resource", what);
        });
    }

    @Override
    public ProxyAnswer handle(Task task, Progress progress) {
        ProxyCall call = ProxyCall.of(ContractJson.record(task.input(), ProxyRequest.class));
        try {
            IntegrationConfig config = connections.config(task, null);
            ProxiedRepository repository = new ProxiedRepository(connections.api(config), cache,
                    "painchain:github:" + config.credentials().key(config.api()) + ":", call, meters);
            ProxyAnswer answer = answer(call, repository);
            LOG.infof("Tenant %s, integration %s: %s %s/%s for %s: %d%s", task.tenantId(), task.integrationId(),
                    call.method(), call.repository(), call.what(), call.requestedBy(), answer.status(),
                    cacheWords(answer.headers()));
            return answer;
        } catch (IllegalArgumentException e) {
            throw new TaskFailedException(409, e.getMessage());
        } catch (ProviderException e) {
            LOG.logf(e.is(Kind.RATE_LIMITED) ? Logger.Level.WARN : Logger.Level.ERROR,
                    "Tenant %s, integration %s: %s %s/%s for %s: %s", task.tenantId(), task.integrationId(), call.method(),
                    call.repository(), call.what(), call.requestedBy(), e.getMessage());
            throw e.is(Kind.STOPPING) ? e : new TaskFailedException(status(e), e.getMessage());
        }
    }

    private static ProxyAnswer answer(ProxyCall call, ProxiedRepository repository) {
        boolean alone = call.rest().size() == 1;
        boolean one = call.rest().size() == 2;
        String what = call.what();
        if (alone && call.method().equals("GET") && ProxiedRead.of(what).isPresent()) {
            return repository.read(ProxiedRead.of(what).get());
        }
        return switch (call.method() + " " + what) {
            case "PATCH settings" -> alone ? repository.changeSettings() : nothing();
            case "POST cache" -> one && call.rest().get(1).equals("invalidate") ? repository.forget() : nothing();
            case "POST labels" -> alone ? repository.addLabel() : nothing();
            case "PATCH labels" -> one ? repository.changeLabel(call.rest().get(1)) : nothing();
            case "DELETE labels" -> one ? repository.removeLabel(call.rest().get(1)) : nothing();
            default -> nothing();
        };
    }

    private static ProxyAnswer nothing() {
        throw new TaskFailedException(404,
                "There is nothing at this path for this method; below a repository there are GET info,"
                        + " pulls, issues, workflows and labels, PATCH settings, POST labels and cache/invalidate, PATCH and DELETE"
                        + " labels/{label_name}");
    }

    private static String cacheWords(Map<String, String> headers) {
        String cache = headers == null ? null : headers.get("X-Cache");
        return cache == null ? "" : ", cache " + cache.toLowerCase(java.util.Locale.ROOT);
    }

    private static Integer status(ProviderException e) {
        return switch (e.kind()) {
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case GONE -> 410;
            case REFUSED -> 422;
            case RATE_LIMITED -> 429;
            default -> null;
        };
    }
}
