package io.painchain.gitlab.change.commit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.project.GitLabKind;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.gitlab.project.SourceSetup;

public final class CommitKind extends GitLabKind<CommitsState> {

    static final String SOURCE = "commits";
    static final String WORDS = "commits of tracked branches";
    public static final CommitKind KIND = new CommitKind();

    private CommitKind() {
        super(SOURCE, WORDS, new SliceType<>(CommitsState.class, CommitsState.UNREAD, UnaryOperator.identity()),
                LedgerSource.of(SOURCE, Set.of("commit"), WORDS).dated(commit -> false));
    }

    @Override
    public CommitsState asOf(CommitsState slice, Instant moment) {
        return CommitsState.UNREAD;
    }

    @Override
    public Optional<String> follows() {
        return Optional.of("pushes");
    }

    @Override
    public boolean isWanted(List<String> branches) {
        return !branches.isEmpty();
    }

    @Override
    public Source<CommitsState, ProjectReader> source(SourceSetup setup) {
        return new CommitsSource(setup.tracked(), null);
    }

    @Override
    public Source<CommitsState, ProjectReader> past(SourceSetup setup, Instant from) {
        return new CommitsSource(setup.tracked(), from);
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.of(SOURCE, "/repository/commits", Project::repositoryAccessLevel));
    }
}
