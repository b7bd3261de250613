package io.painchain.gitlab.change;

import java.util.List;

import io.painchain.connector.kind.Kinds;
import io.painchain.gitlab.change.commit.CommitKind;
import io.painchain.gitlab.change.deployment.DeploymentKind;
import io.painchain.gitlab.change.flag.FlagKind;
import io.painchain.gitlab.change.issue.IssueKind;
import io.painchain.gitlab.change.mergerequest.MergeRequestKind;
import io.painchain.gitlab.change.pipeline.PipelineKind;
import io.painchain.gitlab.change.push.PushKind;
import io.painchain.gitlab.change.release.ReleaseKind;
import io.painchain.gitlab.project.GitLabKind;

/** Lists the kinds in the order in which they are read. */
public final class ChangeKinds {

    public static final List<GitLabKind<?>> LIST = List.of(PushKind.KIND, MergeRequestKind.KIND, PipelineKind.KIND,
            IssueKind.KIND, CommitKind.KIND, DeploymentKind.KIND, ReleaseKind.KIND, FlagKind.KIND);
    public static final Kinds ALL = new Kinds("GitLab", LIST);

    private ChangeKinds() {
    }
}
