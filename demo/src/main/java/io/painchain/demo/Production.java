package io.painchain.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.painchain.simulator.kubernetes.controller.Behaviour;
import io.painchain.simulator.kubernetes.schedule.Timeline;
import io.painchain.simulator.kubernetes.store.Writer;
import io.painchain.simulator.kubernetes.story.Gitops;
import io.painchain.simulator.kubernetes.story.Stories;
import io.painchain.simulator.kubernetes.story.Workload;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.release.Release;
import io.painchain.simulator.world.repository.Repository;

/** The cluster: a namespace for each service with a Deployment of its name, which follows the service's releases. */
final class Production {

    private static final String ARGO = "argocd-controller";
    private static final List<String> SERVICES = List.of("api", "web", "payments", "checkout", "notifications");
    private static final Duration UNTIL_DEPLOYED = Duration.ofSeconds(70);

    private final World gitHub;
    private final Stories stories;
    private final Timeline timeline;
    private final Set<String> following = new TreeSet<>(SERVICES);
    private final Set<String> followed = new HashSet<>();

    Production(World gitHub, Stories stories) {
        this.gitHub = gitHub;
        this.stories = stories;
        this.timeline = stories.cluster().timeline();
    }

    /** A version of a service, and the commit that it was built from. */
    record Build(String service, String version, String commit) {

        String image() {
            return "registry.acme.example/" + service + ":" + version;
        }
    }

    /** From a moment that may be long ago. */
    void found(Instant founded) {
        timeline.at(founded, () -> {
            List.of("blue-1", "blue-2", "blue-3").forEach(node -> stories.nodes().join(node, "v1.33.4", "blue"));
            SERVICES.forEach(service -> {
                stories.namespace(service);
                stories.workloads().create(workload(service), "registry.acme.example/" + service + ":v2.0.0", 3, ARGO);
                stories.settings().service(service, service, 80, ARGO);
            });
        });
    }

    Timeline timeline() {
        return timeline;
    }

    /** Plans the rollout of each release that is new. */
    void followReleases() {
        for (String service : following) {
            Repository repository = gitHub.repository("acme/" + service);
            for (Release release : repository.read(() -> repository.releases().newestFirst())) {
                if (followed.add(service + release.tag())) {
                    Build build = new Build(service, release.tag(),
                            repository.read(() -> repository.git().resolve(release.tag())));
                    timeline.at(release.createdAt().plus(UNTIL_DEPLOYED), () -> rollOut(build));
                }
            }
        }
    }

    /** From now on a service's releases are rolled out by others. */
    void leave(String service) {
        following.remove(service);
    }

    void rollOut(Build build) {
        stories.workloads().edit(workload(build.service()), Writer.update(ARGO), changed -> {
            changed.withObject("/metadata/annotations")
                    .put("org.opencontainers.image.source", "https://github.com/acme/" + build.service())
                    .put("org.opencontainers.image.revision", build.commit());
            changed.withObject("/metadata/labels").put("app.kubernetes.io/version", build.version());
            changed.withObject("/spec/template/spec/containers/0").put("image", build.image());
        });
    }

    /** By Argo CD, which applies a commit of a repository. */
    void sync(Build build, String repository, String commit) {
        stories.gitops().argoSync(new Gitops.Sync(build.service(), build.service(), repository, commit, null), true,
                () -> rollOut(build));
    }

    void rollBack(String service) {
        stories.workloads().rollback(workload(service));
    }

    /** Its containers end soon after they began. */
    void crashes(Build build) {
        stories.kubelet().behave(build.image(), Behaviour.CRASH);
    }

    private static Workload workload(String service) {
        return Workload.deployment(service, service);
    }
}
