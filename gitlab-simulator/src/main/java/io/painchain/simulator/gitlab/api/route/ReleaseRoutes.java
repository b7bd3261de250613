package io.painchain.simulator.gitlab.api.route;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.api.call.Pages;
import io.painchain.simulator.gitlab.render.FeatureFlagJson;
import io.painchain.simulator.gitlab.render.ReleaseJson;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.flag.FeatureFlag;
import io.painchain.simulator.gitlab.world.project.Feature;
import io.painchain.simulator.gitlab.world.release.Release;

/** Releases and feature flags. */
final class ReleaseRoutes {

    private static final int DEVELOPER = 30;

    private final World world;

    ReleaseRoutes(World world) {
        this.world = world;
    }

    List<Route> all() {
        return List.of(Route.of("/projects/:id/releases", Feature.RELEASES, this::list),
                Route.of("/projects/:id/releases/:tag", Feature.RELEASES, this::one),
                Route.of("/projects/:id/feature_flags", Feature.FEATURE_FLAGS, ReleaseRoutes::flags).from(DEVELOPER));
    }

    /** By the time of release, unless by that of creation. */
    private Answer list(Call call) throws ApiException {
        boolean byCreation = "created_at".equals(call.text("order_by"));
        Comparator<Release> order = Comparator.<Release, Instant> comparing(byCreation ? Release::createdAt
                : Release::releasedAt).thenComparing(Release::tag);
        List<Release> releases = call.project().releases().all().stream()
                .sorted("asc".equals(call.text("sort")) ? order : order.reversed()).toList();
        return Pages.counted(call, releases,
                release -> ReleaseJson.of(call.project(), release, world.basis().now(), call.rendering()));
    }

    private Answer one(Call call) throws ApiException {
        return call.project().releases().all().stream().filter(one -> one.tag().equals(call.parameter(0))).findFirst()
                .map(one -> Answer.of(ReleaseJson.of(call.project(), one, world.basis().now(), call.rendering())))
                .orElseThrow(() -> ApiException.message(404, "Not Found"));
    }

    private static Answer flags(Call call) throws ApiException {
        List<FeatureFlag> flags = call.project().featureFlags().all().stream()
                .sorted(Comparator.comparing(FeatureFlag::name)).toList();
        return Pages.counted(call, flags, FeatureFlagJson::of);
    }
}
