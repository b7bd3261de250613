package io.painchain.github.change.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.list.PageTurns;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.GitRef;
import io.painchain.github.api.record.git.Ref;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.TagMove;
import io.painchain.github.repository.RepositoryReader;

/** Tags by pages of their list, or above 300 by Git's references, which come in one answer; {@code commits} may be "". */
record TagListing(boolean read, Map<String, String> commits, Map<String, String> targets, List<PageTag> pages, boolean tooMany,
        Instant answeredAt) {

    /** More tags are not compared. */
    static final int MOST = 10_000;

    private static final int LISTED_PAGES = 3;
    private static final int LISTED = 300;
    /** At most this many new tags at a time are asked for their commits. */
    private static final int ASKED = 100;
    private static final String REFERENCES = "/git/matching-refs/tags";
    private static final String PREFIX = "refs/tags/";

    /** @param whole ignores ETags */
    static TagListing read(RepositoryReader reader, TagsState known, boolean whole) {
        URI references = reader.url(REFERENCES);
        Optional<PageTag> many = known.pages().stream().filter(page -> page.url().equals(references.toString())).findFirst();
        if (many.isPresent()) {
            Page<GitRef> page = reader.page(references, whole ? null : many.get().etag(), null, GitRef.class);
            TagListing found = page.notModified() ? asBefore(reader, known) : references(reader, page);
            if (!found.read() || found.commits().size() > LISTED) {
                return found;
            }
        } else if (!whole && unchanged(reader, known)) {
            return asBefore(reader, known);
        }
        return list(reader).orElseGet(() -> references(reader, reader.page(references, null, null, GitRef.class)));
    }

    List<RefChange> withCommits(RepositoryReader reader, List<RefChange> changes) {
        List<RefChange> known = new ArrayList<>();
        int left = ASKED;
        for (RefChange change : changes) {
            String commit = change.created() ? commits.get(change.name()) : null;
            if (commit == null || commit.isEmpty() && left-- <= 0) {
                known.add(change);
            } else {
                known.add(commit.isEmpty() ? asked(reader, change) : change.withSha(commit));
            }
        }
        return known;
    }

    List<TagMove> withNewCommits(RepositoryReader reader, List<TagMove> moves) {
        Map<String, String> now = new HashMap<>();
        moves.stream().limit(ASKED).forEach(move -> {
            String commit = commits.getOrDefault(move.name(), "");
            now.put(move.name(), !commit.isEmpty() ? commit
                    : reader.commits().tryWhole(reference(move.name())).map(Commit::sha).orElse(null));
        });
        return moves.stream().map(move -> new TagMove(move.name(), move.at(), move.before(), now.get(move.name()))).toList();
    }

    /** An annotated tag's reference leads to a tag object. */
    static RefChange asked(RepositoryReader reader, RefChange change) {
        return reader.commits().whole(OpenTag.record(reader, change), reference(change.name())).map(Commit::sha)
                .map(change::withSha).orElse(change);
    }

    private static String reference(String tag) {
        return "tags/" + URLEncoder.encode(tag, UTF_8).replace("%2F", "/");
    }

    private static TagListing asBefore(RepositoryReader reader, TagsState known) {
        return new TagListing(false, Map.of(), Map.of(), known.pages(), known.tooMany(), reader.answeredAt());
    }

    private static boolean unchanged(RepositoryReader reader, TagsState known) {
        return !known.pages().isEmpty() && known.pages().stream().allMatch(page -> page.etag() != null
                && reader.page(URI.create(page.url()), page.etag(), null, Ref.class).notModified());
    }

    /** Empty where there are too many. */
    private static Optional<TagListing> list(RepositoryReader reader) {
        Map<String, String> commits = new HashMap<>();
        List<PageTag> pages = new ArrayList<>();
        PageTurns<Ref> turns = new PageTurns<>(reader.url("/tags?per_page=100"), LISTED_PAGES,
                url -> reader.page(url, null, null, Ref.class));
        while (turns.more()) {
            Page<Ref> page = turns.turn();
            page.items().forEach(tag -> commits.put(tag.name(), tag.sha() == null ? "" : tag.sha()));
            pages.add(new PageTag(page.url().toString(), page.etag()));
        }
        return turns.cut() ? Optional.empty()
                : Optional.of(new TagListing(true, commits, commits, pages, false, reader.answeredAt()));
    }

    /** A server may page references, and the first page's ETag says nothing about the others. */
    private static TagListing references(RepositoryReader reader, Page<GitRef> first) {
        Map<String, String> commits = new HashMap<>();
        Map<String, String> targets = new HashMap<>();
        PageTurns<GitRef> turns = new PageTurns<>(first, Integer.MAX_VALUE, url -> reader.page(url, null, null, GitRef.class));
        boolean one = !turns.more();
        for (Page<GitRef> page = first;; page = turns.turn()) {
            page.items().stream().filter(ref -> ref.ref().startsWith(PREFIX)).forEach(ref -> {
                String name = ref.ref().substring(PREFIX.length());
                commits.put(name, ref.commit() == null ? "" : ref.commit());
                targets.put(name, ref.object() == null ? null : ref.object().sha());
            });
            if (!turns.more() || commits.size() > MOST) {
                break;
            }
        }
        PageTag tag = new PageTag(first.url().toString(), one ? first.etag() : null);
        return new TagListing(true, commits, targets, List.of(tag), commits.size() > MOST, reader.answeredAt());
    }
}
