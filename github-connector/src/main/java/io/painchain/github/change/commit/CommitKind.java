package io.painchain.github.change.commit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.Vouching;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;

public final class CommitKind implements GitHubKind<CommitsState> {

    public static final CommitKind KIND = new CommitKind();

    private CommitKind() {
    }

    @Override
    public String name() {
        return "commits";
    }

    @Override
    public String words() {
        return "commits of tracked branches";
    }

    @Override
    public List<LedgerSource> ledger() {
        return List.of(LedgerSource.of("commits", Set.of("commit"), "commits of tracked branches").dated(commit -> false));
    }

    @Override
    public Class<CommitsState> sliceType() {
        return CommitsState.class;
    }

    @Override
    public CommitsState unread() {
        return CommitsState.UNREAD;
    }

    @Override
    public CommitsState forgetTags(CommitsState slice) {
        return slice.forgetTags();
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
    public Vouching vouching() {
        return Vouching.CONFIRMS;
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
