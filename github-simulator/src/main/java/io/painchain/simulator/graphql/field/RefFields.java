package io.painchain.simulator.graphql.field;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import graphql.schema.idl.TypeRuntimeWiring;
import io.painchain.simulator.graphql.connection.Connection;
import io.painchain.simulator.graphql.connection.Order;
import io.painchain.simulator.graphql.session.Area;
import io.painchain.simulator.graphql.session.Asked;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.repository.Repository;

/** Branches, tags and commits. */
public final class RefFields {

    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";
    private static final int SHORT = 7;

    private RefFields() {
    }

    /** A branch or tag and the commit that it stood at when it was read. */
    record Ref(String prefix, String name, String sha) {
    }

    public static Stream<TypeRuntimeWiring.Builder> all() {
        return Stream.of(
                Fields.<In<Ref>> of("Ref").field("name", ref -> ref.thing().name())
                        .field("prefix", ref -> ref.thing().prefix())
                        .field("target", ref -> commit(ref.repository(), ref.thing().sha())).wiring(),
                commit(), Fields.<Map<String, Object>> of("GitActor").wiring());
    }

    static void ofRepository(Fields<Repository> fields) {
        fields.asked("defaultBranchRef", (repository, asked) -> {
            asked.require(repository, Area.CONTENTS);
            return ref(repository, HEADS + repository.defaultBranch());
        }).asked("ref", (repository, asked) -> {
            asked.require(repository, Area.CONTENTS);
            String name = asked.argument("qualifiedName");
            return ref(repository, name.startsWith("refs/") ? name : HEADS + name);
        }).asked("object", (repository, asked) -> {
            asked.require(repository, Area.CONTENTS);
            String expression = asked.has("oid") ? asked.argument("oid") : asked.argument("expression");
            return expression == null ? null
                    : commit(repository, repository.read(() -> repository.git().resolve(expression)));
        }).asked("refs", RefFields::refs);
    }

    /** Null where there is no such commit. */
    static In<Commit> commit(Repository repository, String sha) {
        Commit commit = sha == null ? null : repository.read(() -> repository.git().commits().get(sha));
        return commit == null ? null : new In<>(repository, commit);
    }

    static In<Ref> ref(Repository repository, String qualifiedName) {
        return repository.read(() -> {
            boolean tag = qualifiedName.startsWith(TAGS);
            String prefix = tag ? TAGS : HEADS;
            String name = qualifiedName.substring(Math.min(qualifiedName.length(), prefix.length()));
            String sha = (tag ? repository.git().tags() : repository.git().branches()).get(name);
            return sha == null ? null : new In<>(repository, new Ref(prefix, name, sha));
        });
    }

    private static Object refs(Repository repository, Asked asked) {
        String prefix = asked.argument("refPrefix");
        String query = asked.has("query") ? asked.<String> argument("query").toLowerCase(Locale.ROOT) : "";
        boolean tags = prefix.startsWith("refs/tags");
        String within = prefix.substring(Math.min(prefix.length(), (tags ? TAGS : HEADS).length()));
        Map<String, String> all = repository.read(() -> new LinkedHashMap<>(
                tags ? repository.git().tags() : repository.git().branches()));
        List<In<Ref>> refs = all.entrySet().stream().filter(entry -> entry.getKey().startsWith(within))
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).contains(query))
                .map(entry -> new In<>(repository, new Ref(tags ? TAGS : HEADS, entry.getKey(), entry.getValue())))
                .toList();
        return Connection.of(sorted(refs, asked), asked, ref -> ref, asked.mayRead(repository, Area.CONTENTS));
    }

    private static Order<In<Ref>> sorted(List<In<Ref>> refs, Asked asked) {
        Map<String, Object> order = asked.argument("orderBy");
        boolean descending = order != null && order.get("direction").equals("DESC");
        if (order != null && order.get("field").equals("TAG_COMMIT_DATE")) {
            return Order.by(refs, ref -> date(ref).getEpochSecond(), ref -> ref.thing().name().hashCode(), descending);
        }
        List<In<Ref>> byName = refs.stream().sorted((one, other) -> (descending ? -1 : 1)
                * one.thing().name().compareTo(other.thing().name())).toList();
        return Order.asIs(byName);
    }

    private static Instant date(In<Ref> ref) {
        return commit(ref.repository(), ref.thing().sha()).thing().date();
    }

    private static TypeRuntimeWiring.Builder commit() {
        return Fields.<In<Commit>> of("Commit").field("id", RefFields::id).field("oid", in -> in.thing().sha())
                .field("abbreviatedOid", in -> in.thing().sha().substring(0, SHORT))
                .field("additions", in -> in.thing().additions()).field("deletions", in -> in.thing().deletions())
                .field("author", RefFields::signature).field("committer", RefFields::signature)
                .field("authoredDate", in -> in.thing().date()).field("committedDate", in -> in.thing().date())
                .field("changedFilesIfAvailable", in -> in.thing().files().size())
                .asked("history", RefFields::history).field("message", in -> in.thing().message())
                .field("messageHeadline", in -> in.thing().title())
                .asked("parents", (in, asked) -> Connection.of(Order.asIs(in.thing().parents()), asked,
                        sha -> commit(in.repository(), sha)))
                .asked("url",
                        (in, asked) -> asked.links().html(in.repository()) + "/commit/" + in.thing().sha())
                .wiring();
    }

    private static String id(In<Commit> in) {
        return NodeIds.of("C", in.repository().id(), Long.parseUnsignedLong(in.thing().sha().substring(0, 15), 16));
    }

    private static Object history(In<Commit> in, Asked asked) {
        Instant since = asked.has("since") ? asked.argument("since") : Instant.MIN;
        Instant until = asked.has("until") ? asked.argument("until") : Instant.MAX;
        List<Commit> commits = in.repository().read(
                () -> in.repository().git().commits().reachable(in.thing().sha())).stream()
                .filter(commit -> !commit.date().isBefore(since) && !commit.date().isAfter(until)).toList();
        return Connection.of(Order.asIs(commits), asked, commit -> new In<>(in.repository(), commit));
    }

    private static Map<String, Object> signature(In<Commit> in) {
        Account author = in.thing().author();
        Map<String, Object> signature = new LinkedHashMap<>();
        signature.put("name", author.name());
        signature.put("email", author.email());
        signature.put("date", in.thing().date());
        signature.put("user", author.deleted() || author.kind() != Account.Kind.USER ? null : author);
        return signature;
    }
}
