package io.painchain.github.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.mapping.CommitMapper;
import io.painchain.model.event.EventDraft;

/**
 * Commits of the tracked branches by when they were committed: whether those since the last sweep of their branch are there.
 * What was committed before the sweep's reach, and merged or pushed only now, is out of it. A commit that is stored already
 * keeps the branch under which it was stored.
 */
final class SweptCommits {

    static final String LISTS = "commits of ";

    /** In one sweep; where more are tracked, they take turns. */
    private static final int BRANCHES = 10;
    private static final int PAGES = 30;
    /** Of what is missing so many are read with their files; of the others these are named as missing. */
    private static final int WHOLE = 500;

    private final BranchPatterns patterns;
    private final MissingProbe probe;
    private String last = "";

    SweptCommits(BranchPatterns patterns, MissingProbe probe) {
        this.patterns = patterns;
        this.probe = probe;
    }

    /** By tracked branch the head that was seen last. */
    NavigableMap<String, String> tracked(RepositoryState state) {
        NavigableMap<String, String> heads = new TreeMap<>(state.commits().heads());
        heads.keySet().removeIf(branch -> !patterns.match(branch));
        return heads;
    }

    /** The list of a branch, by which the sweep keeps its ETag. */
    static String listOf(String branch) {
        return LISTS + branch;
    }

    /** Whose turn it is: of those that moved since they were swept, and then of the others, the ones after the last. */
    List<String> turn(RepositoryState state) {
        NavigableMap<String, String> heads = tracked(state);
        List<String> inTurn = new ArrayList<>(heads.tailMap(last, false).keySet());
        inTurn.addAll(heads.headMap(last, true).keySet());
        if (inTurn.size() > BRANCHES) {
            inTurn.sort(Comparator.comparing(branch -> heads.get(branch).equals(state.sweep().heads().get(branch))));
            inTurn = inTurn.subList(0, BRANCHES);
            last = inTurn.get(BRANCHES - 1);
        }
        return List.copyOf(inTurn);
    }

    /**
     * @param from the first moment that counts
     * @param whole whether not to rely on ETags
     */
    Crawl read(RepositoryReader reader, RepositoryState state, String branch, Instant from, boolean whole) {
        SweptList list = new SweptList(listOf(branch),
                "/commits?per_page=100&sha=" + URLEncoder.encode(branch, UTF_8) + "&since=" + from, from);
        URI url = reader.url(list.path());
        // Its first page shows the head, and all else follows from that.
        String etag = whole ? null
                : state.sweep().pagesOf(list).stream().filter(page -> page.url().equals(url.toString())).map(PageTag::etag)
                        .findFirst().orElse(null);
        Page<Commit> first = reader.page(url, etag, null, Commit.class);
        if (first.notModified() || reader.moved()) {
            return Crawl.unchanged(state);
        }
        SweepState swept = state.sweep().with(list, List.of(new PageTag(url.toString(), first.etag())));
        String head = first.items().stream().map(Commit::sha).findFirst().orElse(null);
        String known = state.sweep().heads().get(branch);
        if (head == null || head.equals(known)) {
            return Crawl.unchanged(state.with(swept));
        }
        List<SweptItem<Commit>> items = since(reader, first, known, head).stream()
                .filter(commit -> commit.committedAt() != null && list.holds(commit.committedAt()))
                .map(commit -> item(reader, branch, commit)).toList();
        List<Commit> missing = probe.records(items, probe.missing(items, state), state, list.name());
        return new Crawl(drafts(reader, branch, missing), List.of(), state.with(swept.comparedCommits(branch, head)),
                List.of());
    }

    /** No more pages than it takes to come from one head to the other. */
    private static List<Commit> since(RepositoryReader reader, Page<Commit> first, String known, String head) {
        Ancestry ancestry = new Ancestry();
        ancestry.add(first.items());
        URI next = first.next();
        for (int turned = 1; next != null && turned < PAGES; turned++) {
            if (known != null && ancestry.isWhole(known, head)) {
                break;
            }
            Page<Commit> page = reader.page(next, null, null, Commit.class);
            ancestry.add(page.items());
            next = page.next();
        }
        return ancestry.notBehind(known);
    }

    private static SweptItem<Commit> item(RepositoryReader reader, String branch, Commit commit) {
        return new SweptItem<>(commit, commit.committedAt(), commit.sha(), () -> List
                .of(Drafts.probing(CommitMapper.toDraft(reader.scope(), branch, commit, reader.answeredAt()))));
    }

    private static List<EventDraft> drafts(RepositoryReader reader, String branch, List<Commit> missing) {
        List<EventDraft> drafts = new ArrayList<>();
        for (Commit commit : missing) {
            Commit told = drafts.size() < WHOLE ? reader.commits().whole(commit.sha()).orElse(commit) : commit;
            drafts.add(CommitMapper.toDraft(reader.scope(), branch, told, reader.answeredAt()));
        }
        return drafts;
    }
}
