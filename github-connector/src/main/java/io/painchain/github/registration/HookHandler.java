package io.painchain.github.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskHandler;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.record.hook.HookDelivery;
import io.painchain.github.api.record.hook.RegisteredHook;
import io.painchain.github.auth.AppCredentials;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.taskhandler.Connections;
import io.painchain.model.task.HookInput;
import io.painchain.model.task.HookOutput;
import io.painchain.model.task.Task;

/** Whatever is asked for twice is done once; what the token may not do is said with the permission that it lacks. */
public final class HookHandler implements TaskHandler {

    private static final List<String> EVENTS = List.of("push", "create", "delete", "pull_request", "pull_request_review",
            "issues", "release", "workflow_run", "deployment", "deployment_status", "repository");
    private static final String ORGANIZATION = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})";
    /** A minute's worth: the backend asks again. */
    private static final int REDELIVERED_AT_ONCE = 10;
    private static final String PERMISSION = "; the token needs Webhooks (read and write), a classic one admin:repo_hook, of"
            + " an organization admin:org_hook";

    private final Connections connections;

    public HookHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public HookOutput handle(Task task, Progress progress) {
        HookInput input = ContractJson.record(task.input(), HookInput.class);
        try {
            Optional<RemoteHooks> hooks = hooks(connections.config(task, null), input);
            return hooks.isPresent() ? done(hooks.get(), input)
                    : failed("Name the repository (owner/repo) or the organization whose webhook it is");
        } catch (IllegalArgumentException e) {
            return failed(e.getMessage());
        } catch (ProviderException e) {
            if (e.is(Kind.STOPPING)) {
                throw e;
            }
            boolean withheld = e.is(Kind.FORBIDDEN) || e.is(Kind.NOT_FOUND);
            return failed(e.getMessage() + (withheld ? PERMISSION : ""));
        }
    }

    /** Without a place it is the App's own, where there is one. */
    private Optional<RemoteHooks> hooks(IntegrationConfig config, HookInput input) {
        String name = input.repository() == null ? "" : input.repository().strip();
        if (name.isEmpty() && config.credentials() instanceof AppCredentials app) {
            return Optional.of(new AppHook(connections.appApi(config, app), app.installationId()));
        }
        boolean ofRepository = RepositoryName.parse(name).isPresent();
        return ofRepository || name.matches(ORGANIZATION)
                ? Optional.of(new ListedHooks(connections.api(config), (ofRepository ? "/repos/" : "/orgs/") + name))
                : Optional.empty();
    }

    private static HookOutput done(RemoteHooks hooks, HookInput input) {
        RegisteredHook found = hooks.find(input.hookId(), input.url()).orElse(null);
        if (input.action() == HookInput.Action.register) {
            return register(hooks, found, input);
        }
        if (found == null) {
            boolean gone = input.action() == HookInput.Action.remove;
            return gone ? new HookOutput(true, null, "It is not there any more", 0, 0)
                    : off(input.hookId(), "The webhook is not there: register it");
        }
        String id = found.id().toString();
        if (input.action() == HookInput.Action.compare && Boolean.FALSE.equals(found.active())) {
            return off(id, "The webhook is switched off at GitHub: register it again");
        }
        switch (input.action()) {
            case ping -> {
                hooks.ping(found);
                return new HookOutput(true, id, "GitHub sends a ping", 0, 0);
            }
            case remove -> {
                hooks.remove(found);
                return new HookOutput(true, null, "It is removed", 0, 0);
            }
            default -> {
                return compare(hooks, found, input);
            }
        }
    }

    private static HookOutput register(RemoteHooks hooks, RegisteredHook found, HookInput input) {
        List<String> events = input.events() == null || input.events().isEmpty() ? EVENTS : input.events();
        Map<String, Object> config = new HashMap<>(
                Map.of("url", input.url(), "content_type", "json", "insecure_ssl", "0"));
        if (input.secret() != null) {
            config.put("secret", input.secret());
        }
        if (found == null) {
            return new HookOutput(true, hooks.create(events, config).id().toString(), "It is registered", 0, 0);
        }
        hooks.update(found, events, config);
        return new HookOutput(true, found.id().toString(), "It is registered, as asked for now", 0, 0);
    }

    /** The oldest first: they are listed for three days only. */
    private static HookOutput compare(RemoteHooks hooks, RegisteredHook hook, HookInput input) {
        Instant since = input.since() == null ? Instant.EPOCH : input.since();
        Set<String> known = input.known() == null ? Set.of() : new HashSet<>(input.known());
        Deliveries listed = hooks.deliveries(hook, delivery -> delivery.deliveredAt().isBefore(since));
        List<HookDelivery> missing = new ArrayList<>(listed.newest().values());
        missing.removeIf(delivery -> known.contains(delivery.guid())
                || input.until() != null && delivery.deliveredAt().isAfter(input.until()));
        Collections.reverse(missing);
        List<HookDelivery> again = missing.stream().limit(REDELIVERED_AT_ONCE).toList();
        again.forEach(delivery -> hooks.redeliver(hook, delivery));
        String message = missing.isEmpty() ? "All that GitHub delivered has arrived"
                : missing.size() + " deliveries did not arrive; " + again.size() + " of them are sent again";
        return new HookOutput(missing.isEmpty() && !listed.cut(), hook.id().toString(),
                listed.cut() ? message + ", of those compared; older ones are too many to be listed" : message,
                missing.size(), again.size(), listed.cut() ? null : repositoriesOf(missing));
    }

    /** {@code null} where one names none. */
    private static List<Long> repositoriesOf(List<HookDelivery> missing) {
        return missing.isEmpty() || missing.stream().anyMatch(delivery -> delivery.repositoryId() == null) ? null
                : missing.stream().map(HookDelivery::repositoryId).distinct().sorted().toList();
    }

    private static HookOutput off(String id, String message) {
        return new HookOutput(false, id, message, 0, 0);
    }

    private static HookOutput failed(String message) {
        return new HookOutput(false, null, message, 0, 0);
    }
}
