package io.painchain.simulator.kubernetes;

import java.net.URI;

import javax.net.ServerSocketFactory;

import io.painchain.simulator.admin.call.AdminRouter;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.http.HttpListener;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Pause;
import io.painchain.simulator.kubernetes.admin.AdminApi;
import io.painchain.simulator.kubernetes.api.KubernetesApi;
import io.painchain.simulator.kubernetes.api.auth.TokenGrant;
import io.painchain.simulator.kubernetes.api.auth.Tokens;
import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.schedule.Timeline;
import io.painchain.simulator.kubernetes.store.Store;
import io.painchain.simulator.kubernetes.story.Stories;
import io.painchain.simulator.record.RequestLog;

/**
 * A server that behaves like the API server of a Kubernetes cluster of its own; {@code /_sim} scripts it over HTTP.
 */
public final class KubernetesSimulator implements AutoCloseable {

    private final Timeline timeline;
    private final Store store;
    private final Stories stories;
    private final Tokens tokens;
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog();
    private final KubernetesApi api;
    private final AdminRouter admin;
    private final HttpListener listener;

    private KubernetesSimulator(KubernetesConfig config) {
        Pause pause = new Pause();
        timeline = new Timeline(config.clock());
        store = new Store(timeline::now, config.seed());
        tokens = new Tokens(config.clock());
        tokens.add(TokenGrant.of(config.token()));
        api = new KubernetesApi(store, timeline, tokens, config.clock(),
                new KubernetesApi.Surroundings(faults, requests, pause));
        stories = new Stories(new Cluster(store, timeline));
        admin = AdminApi.of(stories, store, tokens, api, faults, requests);
        listener = HttpListener.start(config.host(), config.port(), this::handle, pause,
                config.tls() ? Certificate.sockets() : ServerSocketFactory.getDefault());
    }

    public static KubernetesSimulator start(KubernetesConfig config) {
        return new KubernetesSimulator(config);
    }

    public int port() {
        return listener.port();
    }

    public URI origin() {
        return listener.origin();
    }

    public Timeline timeline() {
        return timeline;
    }

    public Store store() {
        return store;
    }

    /** What people and tools do, and what the cluster makes of it over time. */
    public Stories stories() {
        return stories;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog requests() {
        return requests;
    }

    public KubernetesApi api() {
        return api;
    }

    @Override
    public void close() {
        listener.close();
    }

    private HttpResponse handle(HttpRequest request) {
        if (!request.path().startsWith(AdminRouter.PREFIX)) {
            return api.handle(request);
        }
        return timeline.perform(() -> admin.handle(request));
    }
}
