package io.painchain.github.change.commit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.BranchPatterns;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.SweptInTurn;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweepState;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.mapping.CommitMapper;
import io.painchain.github.repository.Ancestry;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/**
 * Commits of the tracked branches by when they were committed: whether those since the last sweep of their branch are there.
 * What was committed before the sweep's reach, and merged or pushed only now, is out of it. A commit that is stored already
 * keeps the branch under which it was stored.
 */
final class SweptCommits implements SweptInTurn<CommitsState, RepositoryReader> {

    /** In one sweep; where more are tracked, they take turns. */
    private static final int BRANCHES = 10;
    private static final int PAGES = 100;
    /** Of what is missing so many are read with their files; of the others these are named as missing. */
    private static final int WHOLE = 500;

    private final BranchPatterns patterns;
    private String last = "";

    SweptCommits(BranchPatterns patterns) {
        this.patterns = patterns;
    }

    @Override
    public ChangeKind<CommitsState> owner() {
        return CommitKind.KIND;
    }

    @Override
    public String source() {
        return "commits";
    }

    @Override
    public List<String> lists(CommitsState slice) {
        return tracked(slice).keySet().stream().map(SweepState::listOf).toList();
    }

    /** By tracked branch the head that was seen last. */
    private NavigableMap<String, String> tracked(CommitsState slice) {
        NavigableMap<String, String> heads = new TreeMap<>(slice.heads());
        heads.keySet().removeIf(branch -> !patterns.match(branch));
        return heads;
    }

    /** Of those that moved since they were swept, and then of the others, the ones after the last. */
    @Override
    public List<String> turn(CommitsState slice, SweepState sweep) {
        NavigableMap<String, String> heads = tracked(slice);
        List<String> inTurn = new ArrayList<>(heads.tailMap(last, false).keySet());
        inTurn.addAll(heads.headMap(last, true).keySet());
        if (inTurn.size() > BRANCHES) {
            inTurn.sort(Comparator.comparing(branch -> heads.get(branch).equals(sweep.heads().get(branch))));
            inTurn = inTurn.subList(0, BRANCHES);
            last = inTurn.get(BRANCHES - 1);
        }
        return List.copyOf(inTurn);
    }

    @Override
    public Result read(RepositoryReader reader, Turn<CommitsState> turn) {
        String branch = turn.list();
        SweepState sweep = turn.sweep();
        SweptList list = new SweptList(SweepState.listOf(branch),
                "/commits?per_page=100&sha=" + URLEncoder.encode(branch, UTF_8) + "&since=" + turn.from(), turn.from());
        URI url = reader.url(list.path());
        // Its first page shows the head, and all else follows from that.
        String etag = turn.whole() ? null
                : sweep.pagesOf(list).stream().filter(page -> page.url().equals(url.toString())).map(PageTag::etag)
                        .findFirst().orElse(null);
        Page<Commit> first = reader.page(url, etag, null, Commit.class);
        if (first.notModified() || reader.moved()) {
            return new Result(List.of(), sweep);
        }
        SweepState swept = sweep.with(list, List.of(new PageTag(url.toString(), first.etag())));
        String head = first.items().stream().map(Commit::sha).findFirst().orElse(null);
        String known = sweep.heads().get(branch);
        if (head == null || head.equals(known)) {
            return new Result(List.of(), swept);
        }
        List<SweptItem<Commit>> items = since(reader, first, known, head).stream()
                .filter(commit -> commit.committedAt() != null && list.holds(commit.committedAt()))
                .map(commit -> item(reader, branch, commit)).toList();
        List<Commit> missing = turn.lacking().of(items, list.name());
        return new Result(drafts(reader, branch, missing), swept.comparedCommits(branch, head));
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
            Commit told = drafts.size() < WHOLE ? CommitsSource.whole(reader, branch, commit) : commit;
            drafts.add(CommitMapper.toDraft(reader.scope(), branch, told, reader.answeredAt()));
        }
        return drafts;
    }
}
