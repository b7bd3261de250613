package io.painchain.simulator.kubernetes.day;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.controller.Behaviour;
import io.painchain.simulator.kubernetes.story.Stories;
import io.painchain.simulator.kubernetes.story.Workload;

/** What is done to one workload, and what goes wrong in it. */
final class WorkloadLife {

    private static final Duration NOTICED = Duration.ofMinutes(20);
    private static final Duration REPAIRED = Duration.ofMinutes(6);
    /** Who did not see that it was stuck, saw that another took its place. */
    private static final String STUCK = "failure|superseded";
    private static final List<String> MANAGERS = List.of("kubectl-client-side-apply", "argocd-controller", "terraform");

    private final Stories stories;
    private final Truth truth;
    private final Workload workload;
    private final Random random;
    private int version = 1;
    private long revision = 1;
    private long crashed;

    WorkloadLife(Stories stories, Truth truth, Workload workload, Random random) {
        this.stories = stories;
        this.truth = truth;
        this.workload = workload;
        this.random = random;
    }

    void begin() {
        stories.workloads().create(workload, image(), 1 + random.nextInt(3), "kubectl-client-side-apply");
    }

    void act() {
        int chance = random.nextInt(100);
        boolean deployment = workload.kind().equals("Deployment");
        if (chance < 55 || !deployment) {
            release();
        } else if (chance < 63) {
            rolled(stories.workloads().variable(workload, "LOG_LEVEL", "level-" + ++version, manager()), "success");
        } else if (chance < 70) {
            rolled(stories.workloads().restart(workload), "success");
        } else if (chance < 82) {
            scale();
        } else if (chance < 92) {
            releaseBadly();
        } else if (crashed == revision) {
            // Twice in a day it is one problem.
            release();
        } else {
            crash(chance < 96 ? Behaviour.CRASH : Behaviour.OUT_OF_MEMORY);
        }
    }

    private void release() {
        version++;
        rolled(stories.workloads().image(workload, image(), manager()), "success");
    }

    /** Stuck at its first pod, until somebody rolls back. */
    private void releaseBadly() {
        version++;
        stories.kubelet().behave(image(), Behaviour.NEVER_READY);
        rolled(stories.workloads().image(workload, image(), manager()), STUCK);
        stories.cluster().timeline().after(NOTICED, () -> {
            rolled(stories.workloads().rollback(workload), "success");
        });
    }

    private void scale() {
        int replicas = 1 + (stories.workloads().present(workload).at("/spec/replicas").asInt() + random.nextInt(3)) % 4;
        truth.scale(stories.workloads().scale(workload, replicas, "kubectl"), now());
    }

    private void crash(Behaviour behaviour) {
        String image = stories.workloads().present(workload).at("/spec/template/spec/containers/0/image").asText();
        crashed = revision;
        stories.kubelet().behave(image, behaviour);
        stories.cluster().list("Pod", workload.namespace(), pod -> pod.at("/spec/containers/0/image").asText().equals(image))
                .forEach(stories.kubelet()::restart);
        truth.problem(stories.workloads().present(workload), revision,
                behaviour == Behaviour.CRASH ? "CrashLoopBackOff" : "OOMKilled", now());
        stories.cluster().timeline().after(REPAIRED, () -> stories.kubelet().behave(image, Behaviour.FINE));
    }

    private void rolled(ObjectNode object, String status) {
        truth.rollout(object, ++revision, status, now());
    }

    private Instant now() {
        return stories.cluster().instant();
    }

    private String manager() {
        return MANAGERS.get(random.nextInt(MANAGERS.size()));
    }

    private String image() {
        return "registry.example/" + workload.namespace() + "/" + workload.name() + ":v" + version;
    }
}
