package io.painchain.gitlab.change.flag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageTurns;
import io.painchain.connector.list.Unreadable;
import io.painchain.connector.provider.ProviderException;
import io.painchain.gitlab.api.record.FeatureFlag;
import io.painchain.gitlab.change.flag.FlagsState.Mark;
import io.painchain.gitlab.mapping.FeatureFlagMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** Flags need the role Developer; that a token has less is no trouble. */
final class FlagsSource implements Source<FlagsState, ProjectReader> {

    /** 500 flags, as many as a checkpoint remembers. */
    private static final int PAGES = 5;

    @Override
    public Crawl<FlagsState> read(ProjectReader reader, Known<FlagsState> known) {
        FlagsState slice = known.slice();
        List<Unreadable> unreadable = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<FeatureFlag> flags;
        try {
            flags = flags(reader, unreadable, problems);
        } catch (ProviderException e) {
            if (!e.withheld()) {
                throw e;
            }
            return Crawl.unchanged(slice);
        }
        List<EventDraft> drafts = flags.stream().filter(flag -> isNew(flag, slice))
                .sorted(Comparator.comparing(FeatureFlag::updatedAt).reversed())
                .limit(slice.read() ? Long.MAX_VALUE : ListCrawl.FIRST_SYNC)
                .map(flag -> FeatureFlagMapper.toDraft(reader.scope(), flag, before(flag, slice))).toList();
        Map<String, Mark> now = new HashMap<>();
        flags.forEach(flag -> now.put(flag.name(), new Mark(flag.updatedAt(), Boolean.TRUE.equals(flag.active()))));
        return new Crawl<>(drafts, unreadable, new FlagsState(now, true)).problems(problems);
    }

    private static List<FeatureFlag> flags(ProjectReader reader, List<Unreadable> unreadable, List<String> problems) {
        List<FeatureFlag> flags = new ArrayList<>();
        PageTurns<FeatureFlag> turns = reader.turns("/feature_flags?per_page=100", PAGES, FeatureFlag.class);
        while (turns.more()) {
            Page<FeatureFlag> page = turns.turn();
            flags.addAll(page.items());
            unreadable.addAll(page.unreadable());
        }
        if (turns.cut()) {
            problems.add("Feature flags are read of the first " + PAGES * 100 + " only");
        }
        return flags;
    }

    private static boolean isNew(FeatureFlag flag, FlagsState known) {
        Mark mark = known.known().get(flag.name());
        return mark == null || !mark.at().equals(flag.updatedAt());
    }

    private static Boolean before(FeatureFlag flag, FlagsState known) {
        Mark mark = known.known().get(flag.name());
        return mark == null ? null : mark.on();
    }
}
