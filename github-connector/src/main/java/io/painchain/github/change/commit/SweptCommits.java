package io.painchain.github.change.commit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.BranchPatterns;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.SweptInTurn;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.list.PageTurns;
import io.painchain.connector.sweep.SweepState;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.mapping.CommitMapper;
import io.painchain.github.repository.Ancestry;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Checks commits by commit date since the branch's last sweep; older ones that were merged later are out of its reach. */
final class SweptCommits implements SweptInTurn<CommitsState, RepositoryReader> {

    /** A sweep reads this many branches; where there are more, they take turns. */
    private static final int BRANCHES = 10;
    private static final int PAGES = 100;
    /** This many missing commits are read with files; the others name theirs as missing. */
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

    private NavigableMap<String, String> tracked(CommitsState slice) {
        NavigableMap<String, String> heads = new TreeMap<>(slice.heads());
        heads.keySet().removeIf(branch -> !patterns.match(branch));
        return heads;
    }

    /** Branches that moved since their sweep come first, then those after the last one swept. */
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
        // The first page shows the head, and an unchanged head needs no more.
        String etag = turn.whole() ? null
                : sweep.pagesOf(list).stream().filter(page -> page.url().equals(url.toString())).map(PageTag::etag)
                        .filter(Objects::nonNull).findFirst().orElse(null);
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
        Ancestry ancestry = new Ancestry();
        boolean cut = since(reader, first, ancestry, known, head);
        List<SweptItem<Commit>> items = ancestry.notBehind(known).stream()
                .filter(commit -> commit.committedAt() != null && list.holds(commit.committedAt()))
                .map(commit -> item(reader, branch, commit)).toList();
        List<Commit> missing = turn.lacking().of(items, list.name());
        return new Result(drafts(reader, branch, missing), swept.comparedCommits(branch, head), cut);
    }

    /**
     * Turns no more pages than lie between the two heads.
     *
     * @return whether there are more than could be read
     */
    private static boolean since(RepositoryReader reader, Page<Commit> first, Ancestry ancestry, String known, String head) {
        ancestry.add(first.items());
        PageTurns<Commit> pages = new PageTurns<>(first, PAGES, url -> reader.page(url, null, null, Commit.class));
        while (pages.more()) {
            if (known != null && ancestry.isWhole(known, head)) {
                pages.enough();
            } else {
                ancestry.add(pages.turn().items());
            }
        }
        return pages.cut();
    }

    private static SweptItem<Commit> item(RepositoryReader reader, String branch, Commit commit) {
        return new SweptItem<>(commit, commit.committedAt(), commit.sha(), () -> List
                .of(Drafts.probing(CommitMapper.toDraft(reader.scope(), branch, commit, reader.answeredAt()))));
    }

    private static List<EventDraft> drafts(RepositoryReader reader, String branch, List<Commit> missing) {
        List<EventDraft> drafts = new ArrayList<>();
        for (Commit commit : missing) {
            Commit detailed = drafts.size() < WHOLE ? CommitsSource.whole(reader, branch, commit) : commit;
            drafts.add(CommitMapper.toDraft(reader.scope(), branch, detailed, reader.answeredAt()));
        }
        return drafts;
    }
}
