package io.painchain.gitlab.project;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.PolledKind;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.webhook.HookReading;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.webhook.HookPayload;

/** A kind of change with its GitLab source, and what a connection test says of it. */
public abstract class GitLabKind<S> extends PolledKind<S> {

    protected GitLabKind(String name, String words, SliceType<S> slice, LedgerSource... ledger) {
        super(name, words, slice, ledger);
    }

    /** Where a probe vouches for it, as rarely as the sweep. */
    @Override
    public Cadence cadence(Cadences cadences) {
        return new Cadence(cadences.resources(), false, true);
    }

    public boolean isWanted(List<String> branches) {
        return true;
    }

    public abstract Source<S, ProjectReader> source(SourceSetup setup);

    /** A backfill's source, which starts as if nothing had been read since that moment. */
    public Source<S, ProjectReader> past(SourceSetup setup, Instant from) {
        return source(setup);
    }

    /**
     * Which of its events a webhook's delivery announces; empty where it is another kind's.
     *
     * @throws IOException where the payload has another shape
     */
    public Optional<HookReading> ofHook(HookPayload payload, ProjectScope scope) throws IOException {
        return Optional.empty();
    }

    /** Features of a project that it reads. */
    public abstract List<Feature> features();

    /**
     * @param source the name of what is read; {@code paths} begin with {@code path}
     * @param level the project's field that says who may use it
     * @param role the least access level
     */
    public record Feature(String source, String path, Function<Project, String> level, int role) {

        public static final int GUEST = 10;
        public static final int REPORTER = 20;
        public static final int DEVELOPER = 30;

        public static Feature of(String source, String path, Function<Project, String> level) {
            return new Feature(source, path, level, REPORTER);
        }

        public boolean isOff(Project project) {
            return "disabled".equals(level.apply(project));
        }
    }
}
