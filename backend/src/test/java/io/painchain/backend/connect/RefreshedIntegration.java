package io.painchain.backend.connect;

import static io.painchain.backend.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.restassured.specification.RequestSpecification;

/** An integration that was connected, with a token that ends. */
public final class RefreshedIntegration {

    private final PlayedProvider provider;
    private final String id;

    private RefreshedIntegration(PlayedProvider provider, String id) {
        this.provider = provider;
        this.id = id;
    }

    public static RefreshedIntegration connected(String tenant) {
        var provider = new PlayedProvider();
        String id = provider.agreed(tenant, provider.begin(as(tenant)).state()).response().statusCode(200).extract()
                .path("integrationId");
        return new RefreshedIntegration(provider, id);
    }

    /** Where callers prove who they are. */
    public static RefreshedIntegration connectedBy(Supplier<RequestSpecification> caller) {
        var provider = new PlayedProvider();
        var state = provider.begin(caller.get()).state();
        String id = provider.connector
                .answers(provider.comesBack(caller.get(), "~", state),
                        PlayedProvider.granted("installation 4712", "2099-01-01T00:00:00Z"))
                .response().statusCode(200).extract().path("integrationId");
        return new RefreshedIntegration(provider, id);
    }

    public String path(String below) {
        return "/api/integrations/" + id + below;
    }

    public List<Map<String, Object>> tasks() {
        return provider.connector.lease().getList("");
    }

    /** @return the task that was answered */
    public Map<String, Object> answersWhile(Runnable work, String result) {
        var done = CompletableFuture.runAsync(work);
        List<Map<String, Object>> tasks = provider.connector.lease("wait=10&max=1").getList("");
        assertThat(tasks).hasSize(1);
        provider.connector.result(tasks.get(0).get("id"), result).statusCode(204);
        done.join();
        return tasks.get(0);
    }
}
