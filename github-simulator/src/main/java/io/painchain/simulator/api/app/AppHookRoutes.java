package io.painchain.simulator.api.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.simulator.api.auth.App;
import io.painchain.simulator.api.auth.Apps;
import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.ServedRoute;
import io.painchain.simulator.api.hook.HookCall;
import io.painchain.simulator.api.hook.HookHandler;
import io.painchain.simulator.api.hook.HookRoutes;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.world.hook.Hook;
import io.painchain.simulator.world.hook.Hooks;

/** The one webhook of an App, which is there as long as the App is. */
final class AppHookRoutes {

    private static final String CONFIG = "/app/hook/config";
    private static final String DELIVERIES = "/app/hook/deliveries";
    private static final String ATTEMPTS = DELIVERIES + "/{delivery}/attempts";
    private static final Pattern ATTEMPT = Pattern.compile(DELIVERIES + "/([0-9]{1,18})/attempts");

    private final Apps apps;

    AppHookRoutes(Apps apps) {
        this.apps = apps;
    }

    static List<ServedRoute> served() {
        return List.of(new ServedRoute("GET", CONFIG), new ServedRoute("PATCH", CONFIG),
                new ServedRoute("GET", DELIVERIES), new ServedRoute("POST", ATTEMPTS));
    }

    Optional<Target> find(String path, String method) {
        if (path.equals(CONFIG)) {
            return method.equals("PATCH") ? target(CONFIG, path, method, HookRoutes::configure, Map.of())
                    : target(CONFIG, path, method, HookRoutes::config, Map.of());
        }
        if (path.equals(DELIVERIES)) {
            return target(DELIVERIES, path, method, HookRoutes::deliveries, Map.of());
        }
        Matcher attempt = ATTEMPT.matcher(path);
        return attempt.matches()
                ? target(ATTEMPTS, path, method, HookRoutes::attempt, Map.of("delivery", attempt.group(1)))
                : Optional.empty();
    }

    private Optional<Target> target(String route, String path, String method, HookHandler handler,
            Map<String, String> parameters) {
        boolean served = served().stream().anyMatch(one -> one.method().equals(method) && one.template().equals(route));
        return served ? Optional.of(new AppTarget(route, path, method, apps,
                (app, inquiry) -> answer(app, inquiry, handler, parameters))) : Optional.empty();
    }

    private Answer answer(App app, Inquiry inquiry, HookHandler handler, Map<String, String> parameters)
            throws ApiException {
        Hooks hooks = apps.hooks(app);
        Hook hook = hooks.all().get(0);
        Map<String, String> all = new HashMap<>(parameters);
        all.put("hook", Long.toString(hook.id()));
        return handler.answer(new HookCall("App", hooks, inquiry, all, inquiry.base() + inquiry.path()));
    }
}
