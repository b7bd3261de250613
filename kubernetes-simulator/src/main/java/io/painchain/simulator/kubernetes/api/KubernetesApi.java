package io.painchain.simulator.kubernetes.api;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.painchain.simulator.fault.Asked;
import io.painchain.simulator.fault.Exchange;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.http.HttpDate;
import io.painchain.simulator.http.HttpHandler;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Pause;
import io.painchain.simulator.kubernetes.api.auth.TokenGrant;
import io.painchain.simulator.kubernetes.api.auth.Tokens;
import io.painchain.simulator.kubernetes.api.call.ApiException;
import io.painchain.simulator.kubernetes.api.call.Form;
import io.painchain.simulator.kubernetes.api.call.Target;
import io.painchain.simulator.kubernetes.schedule.Timeline;
import io.painchain.simulator.kubernetes.store.Ref;
import io.painchain.simulator.kubernetes.store.Snapshots;
import io.painchain.simulator.kubernetes.store.Store;
import io.painchain.simulator.record.Journal;
import io.painchain.simulator.record.RequestLog;

/** Every request to the API: token, faults, rights, answer, headers. */
public final class KubernetesApi implements HttpHandler {

    /** What makes clients ask for the same without one, as behind a proxy that knows none. */
    private static final Supplier<HttpResponse> NO_WEB_SOCKETS = () -> HttpResponse.empty(200);

    private final Store store;
    private final Timeline timeline;
    private final Tokens tokens;
    private final Clock clock;
    private final Surroundings surroundings;
    private final Journal journal;
    private final Discovery discovery;
    private final Reviews reviews;
    private final Snapshots snapshots;
    private final Lists lists;
    private final Watches watches;
    private final KubernetesRefusals refusals = new KubernetesRefusals();
    private volatile Server server = Server.USUAL;

    /** What every simulator has beside its world. */
    public record Surroundings(Faults faults, RequestLog log, Pause pause) {
    }

    public KubernetesApi(Store store, Timeline timeline, Tokens tokens, Clock clock, Surroundings surroundings) {
        this.store = store;
        this.timeline = timeline;
        this.tokens = tokens;
        this.clock = clock;
        this.surroundings = surroundings;
        this.journal = new Journal(surroundings.log(), clock);
        this.discovery = new Discovery(store.types());
        this.reviews = new Reviews(store.types());
        this.snapshots = new Snapshots(timeline::now);
        this.lists = new Lists(store, snapshots);
        this.watches = new Watches(store, timeline);
    }

    public Watches watches() {
        return watches;
    }

    /** Lists that clients are paging through cannot be continued. */
    public void forgetPages() {
        snapshots.forget();
    }

    public void version(String gitVersion) {
        server = new Server(gitVersion, server.staleGroups());
    }

    public void staleGroups(Set<String> groups) {
        server = new Server(server.gitVersion(), Set.copyOf(groups));
    }

    public String version() {
        return server.gitVersion();
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        timeline.play();
        Optional<Target> target = Target.of(request.path(), store.types());
        String verb = verb(request, target);
        String faultPath = verb.equals("watch") ? "/watch" + request.path() : request.path();
        Optional<Fault> fault = surroundings.faults().next(new Asked(faultPath, faultPath, request));
        HttpResponse response = fault.isEmpty() ? answer(request, target, verb)
                : fault.get().play(new Exchange(request.path(), null, () -> answer(request, target, verb),
                        () -> answer(request, target, verb), surroundings.pause(), refusals));
        response.with("Date", HttpDate.of(clock.instant()));
        String route = verb + " " + target.map(found -> found.type().resource()).orElse(request.path());
        journal.write(request, request.path(), "Authorization",
                new Journal.Outcome(route, response.status(), false, fault.map(Fault::name).orElse(null)));
        return response;
    }

    private static String verb(HttpRequest request, Optional<Target> target) {
        boolean watch = request.query().get("watch", "").matches("true|1");
        boolean list = target.isPresent() && target.get().name() == null;
        return watch ? "watch" : list ? "list" : "get";
    }

    private HttpResponse answer(HttpRequest request, Optional<Target> target, String verb) {
        try {
            TokenGrant grant = tokens.identify(request.headers());
            String accept = request.headers().get("Accept", "application/json");
            if (reviews.answers(request.path())) {
                return reviews.answer(request, grant);
            }
            if (!request.method().equals("GET")) {
                throw ApiException.of(405, "MethodNotAllowed",
                        "the server does not allow this method on the requested resource");
            }
            if (target.isEmpty()) {
                return Optional.ofNullable(discovery.answer(request.path(), accept, server))
                        .orElseThrow(ApiException::noSuchResource);
            }
            Tokens.require(grant, verb, target.get());
            return objects(request, target.get(), verb, Form.of(accept));
        } catch (ApiException refused) {
            return refused.response();
        }
    }

    private HttpResponse objects(HttpRequest request, Target target, String verb, Form form) throws ApiException {
        return switch (verb) {
            case "watch" -> request.headers().get("Upgrade", "").equalsIgnoreCase("websocket") ? NO_WEB_SOCKETS.get()
                    : watches.answer(target, request.query(), form);
            case "list" -> lists.answer(target, request.query(), form, server);
            default -> Optional.ofNullable(store.get(new Ref(target.type(), target.namespace(), target.name())))
                    .map(found -> HttpResponse.json(200, form.object(found).toString()).with("Content-Type",
                            "application/json"))
                    .orElseThrow(() -> ApiException.notFound(target.type(), target.name()));
        };
    }
}
