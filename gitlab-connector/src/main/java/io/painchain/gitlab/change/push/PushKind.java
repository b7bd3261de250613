package io.painchain.gitlab.change.push;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListState;
import io.painchain.connector.webhook.HookReading;
import io.painchain.gitlab.api.GitLabJson;
import io.painchain.gitlab.api.graphql.ProbeQuery;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.project.GitLabKind;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.gitlab.project.SourceSetup;
import io.painchain.gitlab.webhook.HookPayload;
import io.painchain.model.integration.Coverage;

/**
 * An event moves a project's last activity only where that is over an hour old; once it is older, nothing came after that hour.
 */
public final class PushKind extends GitLabKind<PushesState> {

    static final String PUSHES = "pushes";
    static final String TAGS = "tags";
    public static final PushKind KIND = new PushKind();

    private static final Duration LAZINESS = Duration.ofHours(1);
    /** Background jobs write the feed, some minutes late. */
    private static final Duration LAG = Duration.ofMinutes(5);
    private static final String BULK = "one push changed more than three branches or tags, which GitLab does not name; they are"
            + " being compared";

    private PushKind() {
        super(PUSHES, "pushes and tags",
                new SliceType<>(PushesState.class, PushesState.UNREAD, slice -> slice.with(slice.feed().forgetTags())),
                LedgerSource.of(PUSHES, Set.of("push", "branch"), "pushes"), LedgerSource.of(TAGS, Set.of("tag"), "tags"));
    }

    @Override
    public PushesState asOf(PushesState slice, Instant moment) {
        return slice.with(ListState.since(moment));
    }

    @Override
    public boolean vouchedBy(Sight sight, PushesState slice, Instant doneAt) {
        String activity = sight.marks().get(ProbeQuery.ACTIVITY);
        Instant last = activity == null ? null : GitLabJson.moment(activity);
        if (last == null || doneAt == null || slice.unresolved() != null) {
            return false;
        }
        Instant quiet = last.plus(LAZINESS).plus(LAG);
        return sight.answeredAt().isAfter(quiet) && doneAt.isAfter(quiet);
    }

    /** A line that comes within the overlap of two reads is found, and on most servers it comes within seconds. */
    @Override
    public Duration lag() {
        return ListCrawl.MARGIN;
    }

    @Override
    public Set<String> marks() {
        return Set.of(ProbeQuery.ACTIVITY);
    }

    @Override
    public List<Coverage.Gap> gaps(PushesState slice, Instant from, Instant to) {
        Unresolved open = slice.unresolved();
        return open == null || !open.exact() ? List.of() : List.of(new Coverage.Gap(open.at(), open.at(), BULK));
    }

    @Override
    public Source<PushesState, ProjectReader> source(SourceSetup setup) {
        return new PushesSource(false);
    }

    @Override
    public Source<PushesState, ProjectReader> past(SourceSetup setup, Instant from) {
        return new PushesSource(true);
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, ProjectScope scope) throws IOException {
        return HookedPushes.read(payload, scope);
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.of(PUSHES, "/events", Project::repositoryAccessLevel),
                Feature.of(TAGS, "/repository/tags", Project::repositoryAccessLevel));
    }
}
