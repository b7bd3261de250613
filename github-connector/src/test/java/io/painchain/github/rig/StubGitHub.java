package io.painchain.github.rig;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import java.net.URI;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** A GitHub that answers word for word, for what the simulator would never say: one empty repository to begin with. */
public final class StubGitHub implements AutoCloseable {

    public static final String DATE = "Mon, 02 Mar 2026 09:30:00 GMT";

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    public StubGitHub() {
        server.start();
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(json("[]")));
        server.stubFor(get(urlPathEqualTo("/api/v3/repos/acme/api")).atPriority(9)
                .willReturn(json("{\"id\": 42, \"full_name\": \"acme/api\"}")));
        server.stubFor(get(urlPathEqualTo("/api/v3/repos/acme/api/actions/runs")).atPriority(9)
                .willReturn(json("{\"total_count\": 0, \"workflow_runs\": []}")));
    }

    public URI api() {
        return URI.create("http://127.0.0.1:" + server.port() + "/api/v3");
    }

    public StubGitHub on(MappingBuilder mapping) {
        server.stubFor(mapping.atPriority(1));
        return this;
    }

    public StubGitHub on(String path, String body) {
        return on(get(urlPathEqualTo("/api/v3" + path)).willReturn(json(body)));
    }

    public WireMockServer server() {
        return server;
    }

    public static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withHeader("Date", DATE).withBody(body);
    }

    @Override
    public void close() {
        server.stop();
    }
}
