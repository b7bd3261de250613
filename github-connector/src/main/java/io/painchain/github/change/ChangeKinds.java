package io.painchain.github.change;

import java.util.List;

import io.painchain.connector.kind.Kinds;
import io.painchain.github.change.commit.CommitKind;
import io.painchain.github.change.deployment.DeploymentKind;
import io.painchain.github.change.feed.FeedKind;
import io.painchain.github.change.push.PushKind;
import io.painchain.github.change.release.ReleaseKind;
import io.painchain.github.change.run.RunKind;
import io.painchain.github.change.tag.TagKind;
import io.painchain.github.change.workitem.WorkItemKind;
import io.painchain.github.repository.GitHubKind;

/** Lists the kinds in the order in which they are read. */
public final class ChangeKinds {

    public static final List<GitHubKind<?>> LIST = List.of(FeedKind.KIND, TagKind.KIND, RunKind.KIND, WorkItemKind.KIND,
            PushKind.KIND, CommitKind.KIND, ReleaseKind.KIND, DeploymentKind.KIND);
    public static final Kinds ALL = new Kinds("GitHub", LIST);

    private ChangeKinds() {
    }
}
