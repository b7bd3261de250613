package io.painchain.github.change.commit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;

public final class CommitKind extends GitHubKind<CommitsState> {

    public static final CommitKind KIND = new CommitKind();

    private CommitKind() {
        super("commits", "commits of tracked branches",
                new SliceType<>(CommitsState.class, CommitsState.UNREAD, CommitsState::forgetTags),
                LedgerSource.of("commits", Set.of("commit"), "commits of tracked branches").dated(commit -> false));
    }

    @Override
    public CommitsState asOf(CommitsState slice, Instant moment) {
        return CommitsState.UNREAD;
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return new Cadence(cadences.resources(), false, true);
    }

    @Override
    public Set<String> hookEvents() {
        return Set.of("push");
    }

    @Override
    public Source<CommitsState, RepositoryReader> source(SourceSetup setup) {
        return new CommitsSource(setup.tracked());
    }

    @Override
    public boolean isWanted(List<String> branches) {
        return !branches.isEmpty();
    }

    @Override
    public Source<CommitsState, RepositoryReader> past(SourceSetup setup, Instant from) {
        return new PastCommits(setup.tracked(), from);
    }

    @Override
    public Optional<String> follows() {
        return Optional.of("pushes");
    }

    @Override
    public List<TestedRead> tested() {
        return List.of(TestedRead.of(7, "commits", "/commits", "contents"));
    }
}
