package io.painchain.simulator.kubernetes.admin;

import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.AdminRouter;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.admin.traffic.FaultAdmin;
import io.painchain.simulator.admin.traffic.RequestAdmin;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.kubernetes.api.KubernetesApi;
import io.painchain.simulator.kubernetes.api.auth.Tokens;
import io.painchain.simulator.kubernetes.store.Store;
import io.painchain.simulator.kubernetes.story.Stories;
import io.painchain.simulator.record.RequestLog;

/** All scripting calls. */
public final class AdminApi {

    private AdminApi() {
    }

    public static AdminRouter of(Stories stories, Store store, Tokens tokens, KubernetesApi api,
            Faults faults, RequestLog requests) {
        List<AdminRoute> routes = new ArrayList<>(new ObjectAdmin(store).routes());
        routes.addAll(new StoryAdmin(stories).routes());
        routes.addAll(new TypeAdmin(store).routes());
        routes.addAll(new ServerAdmin(store, tokens, api).routes());
        routes.addAll(new FaultAdmin(faults).routes());
        routes.addAll(new RequestAdmin(requests, Body::object, () -> {
        }).routes());
        return new AdminRouter(routes);
    }
}
