package io.painchain.kubernetes.mapping;

import java.time.Instant;
import java.util.List;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.model.event.EventDraft;

public record NodeMapper(ClusterScope scope, ObjectState node) {

    /** @param end {@code null} while it lasts */
    public EventDraft trouble(String what, Instant since, Instant end, String reason) {
        String status = end == null ? "open" : "resolved";
        String id = id() + what + "-" + since.getEpochSecond();
        return scope.draft("node", "Node", node.name()).externalId(id).key(id)
                .title("[Node] " + Marks.of(end == null ? "failure" : "resolved") + " " + node.name() + ": " + words(what))
                .at("since", since, node.created()).until("end", end).asOf(node.asOf(since, end).asOf()).status(status)
                .author(what.equals("cordon") ? node.manager() : null).data("what", what).data("reason", reason).build();
    }

    /** @param seen when; the node does not say since when it runs this */
    public EventDraft version(String what, String before, String after, Instant seen) {
        return scope.draft("node", "Node", node.name()).externalId(id() + what + "-" + after)
                .title("[Node] " + node.name() + ": " + what + " " + before + " → " + after).at("seen", seen)
                .asOf(node.asOf()).status("changed").data("what", what).data("version", after).data("version_before", before)
                .data("time_exact", Boolean.FALSE).build();
    }

    /** @param names each with its sign */
    public static EventDraft pool(ClusterScope scope, String pool, Instant hour, List<String> names, Instant newest) {
        long joined = names.stream().filter(name -> name.startsWith("+")).count();
        long left = names.size() - joined;
        String counts = (joined > 0 ? " +" + joined : "") + (left > 0 ? " −" + left : "");
        return DraftBuilder.of(scope, "node")
                .externalId("nodes-" + scope.cluster() + "/" + pool + "#" + hour.toString().substring(0, 13))
                .entityAlone("node_pool:" + scope.cluster() + "/" + pool).title("[Nodes] " + pool + ":" + counts)
                .at("hour", hour).asOf(newest).status("changed").data("cluster", scope.cluster()).data("pool", pool)
                .data("nodes", names).build();
    }

    private String id() {
        return "node-" + scope.object("Node", node.name()) + "@" + node.shortUid() + "#";
    }

    private static String words(String what) {
        return switch (what) {
            case "not-ready" -> "NotReady";
            case "cordon" -> "cordoned";
            default -> what;
        };
    }
}
