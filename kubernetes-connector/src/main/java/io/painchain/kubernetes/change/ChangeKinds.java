package io.painchain.kubernetes.change;

import java.util.List;
import java.util.stream.Stream;

import io.painchain.kubernetes.change.certificate.CertificateKind;
import io.painchain.kubernetes.change.gitops.GitOpsKind;
import io.painchain.kubernetes.change.helm.HelmKind;
import io.painchain.kubernetes.change.job.JobKind;
import io.painchain.kubernetes.change.node.NodeKind;
import io.painchain.kubernetes.change.plain.PlainKinds;
import io.painchain.kubernetes.change.problem.ProblemKind;
import io.painchain.kubernetes.change.rollout.RolloutKind;
import io.painchain.kubernetes.kind.ChangeKind;

/** In the order of reading: what incidents come from most is first. */
public final class ChangeKinds {

    public static final List<ChangeKind> ALL = Stream.concat(Stream.of(new RolloutKind(), new ProblemKind(), new HelmKind(),
            new GitOpsKind(), new JobKind(), new NodeKind(), new CertificateKind()), PlainKinds.all().stream()).toList();

    private ChangeKinds() {
    }
}
