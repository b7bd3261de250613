package io.painchain.simulator.fault;

import java.util.function.Supplier;

import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Pause;

/**
 * A request that a fault meets: its absolute address, the answer it would get, and the answer it would get if it named
 * no ETag (304 has no body to spoil); and in whose words it is refused.
 */
public record Exchange(String address, String etag, Supplier<HttpResponse> regular,
        Supplier<HttpResponse> unconditional, Pause pause, Refusals refusals) {
}
