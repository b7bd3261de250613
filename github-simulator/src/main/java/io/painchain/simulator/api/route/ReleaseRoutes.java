package io.painchain.simulator.api.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.render.delivery.ReleaseJson;
import io.painchain.simulator.world.release.Release;

/** Releases. */
final class ReleaseRoutes {

    private ReleaseRoutes() {
    }

    static Answer list(RepositoryCall call) {
        return call.page(call.repository().releases().newestFirst())
                .answer(release -> ReleaseJson.release(call.links(), call.repository(), release));
    }

    static Answer one(RepositoryCall call) throws ApiException {
        Release release = call.repository().releases().find(call.id("release")).orElseThrow(ApiException::notFound);
        return answer(call, release);
    }

    /** The newest that is neither draft nor prerelease. */
    static Answer latest(RepositoryCall call) throws ApiException {
        return answer(call,
                call.repository().releases().newestFirst().stream()
                        .filter(release -> !release.draft() && !release.prerelease()).findFirst()
                        .orElseThrow(ApiException::notFound));
    }

    static Answer ofTag(RepositoryCall call) throws ApiException {
        String tag = URLDecoder.decode(call.parameter("ref"), StandardCharsets.UTF_8);
        return answer(call, call.repository().releases().newestFirst().stream()
                .filter(release -> release.tag().equals(tag)).findFirst().orElseThrow(ApiException::notFound));
    }

    private static Answer answer(RepositoryCall call, Release release) {
        return Answer.of(ReleaseJson.release(call.links(), call.repository(), release))
                .lastModified(release.updatedAt());
    }
}
