package io.painchain.backend.deployment.fact;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

/** Commits, pushes and work. What several events tell of one commit is put together. */
@Singleton
public class FactRepository {

    private static final String WORK = """
            id, version, merged_at, first_commit_at, ready_at, first_review_at, hotfix, reverts, commits, commit_count""";

    private final Statements statements;

    FactRepository(Statements statements) {
        this.statements = statements;
    }

    static Commit together(Commit one, Commit other) {
        var authored = one.authoredAt() == null || other.authoredAt() != null && other.authoredAt().isBefore(one.authoredAt())
                ? other.authoredAt()
                : one.authoredAt();
        var reverts = new TreeSet<>(one.reverts());
        reverts.addAll(other.reverts());
        return new Commit(one.sha(), authored, one.merge() || other.merge(), List.copyOf(reverts));
    }

    /** @return those of which something was not known before */
    List<String> keepCommits(String tenantId, Collection<Commit> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        var known = commits(tenantId, told.stream().map(Commit::sha).toList());
        var changed = new TreeMap<String, Commit>();
        for (var commit : told) {
            var before = known.get(commit.sha());
            var now = together(commit, before == null ? commit : before);
            if (!now.equals(before)) {
                changed.put(commit.sha(), now);
            }
        }
        var commits = changed.values();
        statements.update("""
                insert into known_commit (tenant_id, sha, authored_at, merge, reverts)
                select ?, sha, cast(nullif(authored_at, '') as timestamptz), cast(merge as boolean),
                    string_to_array(reverts, chr(10))
                from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                    as told(sha, authored_at, merge, reverts)
                on conflict (tenant_id, sha) do update
                set authored_at = excluded.authored_at, merge = excluded.merge, reverts = excluded.reverts""",
                List.of(tenantId, texts(commits, Commit::sha), texts(commits, commit -> time(commit.authoredAt())),
                        texts(commits, commit -> String.valueOf(commit.merge())),
                        texts(commits, commit -> String.join("\n", commit.reverts()))));
        return List.copyOf(changed.keySet());
    }

    public Map<String, Commit> commits(String tenantId, Collection<String> shas) {
        var commits = new HashMap<String, Commit>();
        statements.query("select sha, authored_at, merge, reverts from known_commit where tenant_id = ? and sha = any(?)",
                List.of(tenantId, shas.toArray(String[]::new)),
                row -> new Commit(row.text("sha"), row.instant("authored_at"), row.flag("merge"), row.texts("reverts")))
                .forEach(commit -> commits.put(commit.sha(), commit));
        return commits;
    }

    void keepPushes(String tenantId, Collection<Push> pushes) {
        for (var push : pushes) {
            statements.update("""
                    insert into pushed_range (tenant_id, head, base, whole, commits) values (?, ?, ?, ?, ?)
                    on conflict (tenant_id, head, base) do update set whole = excluded.whole, commits = excluded.commits
                    where not pushed_range.whole""", List.of(tenantId, push.head(), push.base(), push.whole(),
                    push.commits().toArray(String[]::new)));
        }
    }

    void keepWorks(String tenantId, Collection<Work> works) {
        for (var work : works) {
            statements.update("""
                    insert into merged_work (tenant_id, %s)
                    values (?, ?, nullif(?, ''), ?, cast(nullif(?, '') as timestamptz), cast(nullif(?, '') as timestamptz),
                        cast(nullif(?, '') as timestamptz), ?, ?, ?, ?)
                    on conflict (tenant_id, id) do update set version = excluded.version, merged_at = excluded.merged_at,
                        first_commit_at = excluded.first_commit_at, ready_at = excluded.ready_at,
                        first_review_at = excluded.first_review_at, hotfix = excluded.hotfix, reverts = excluded.reverts,
                        commits = excluded.commits, commit_count = excluded.commit_count""".formatted(WORK),
                    List.of(tenantId, work.id(), work.version() == null ? "" : work.version(), work.mergedAt(),
                            time(work.firstCommitAt()), time(work.readyAt()), time(work.firstReviewAt()), work.hotfix(),
                            work.reverts().toArray(String[]::new), work.commits().toArray(String[]::new),
                            work.commitCount()));
        }
    }

    /** In the order in which they were taken over. */
    public List<Work> works(String tenantId, Collection<String> versions, Collection<String> ids) {
        return statements.query("select " + WORK
                + " from merged_work where tenant_id = ? and (version = any(?) or id = any(?)) order by merged_at, id",
                List.of(tenantId, versions.toArray(String[]::new), ids.toArray(String[]::new)), FactRepository::work);
    }

    private static Work work(Row row) {
        return new Work(row.text("id"), row.text("version"), row.instant("merged_at"), row.instant("first_commit_at"),
                row.instant("ready_at"), row.instant("first_review_at"), row.flag("hotfix"), row.texts("reverts"),
                row.texts("commits"), row.number("commit_count"));
    }

    private static String time(Instant time) {
        return time == null ? "" : time.toString();
    }

    private static String[] texts(Collection<Commit> commits, Function<Commit, String> text) {
        return commits.stream().map(text).toArray(String[]::new);
    }
}
