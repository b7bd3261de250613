package io.painchain.kubernetes.kind;

import java.util.List;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;

/** One kind of change, in a folder of its own. It keeps no state of a cluster: that is in tables and notes. */
public interface ChangeKind {

    /** Key of its line in the ledger. */
    String source();

    List<Watched> watched(ClusterConfig config);

    /** Whether changes of this type, which another kind watches, concern it too. */
    default boolean hears(ResourceType type, ClusterConfig config) {
        return false;
    }

    /** Kinds of objects by which this type is understood: its watch begins when they are known. */
    default List<String> after(ResourceType type) {
        return List.of();
    }

    /** Of each change that the watches tell, or that a comparison of lists shows. Not of a first list. */
    void changed(ObjectChange change, Situation situation);

    /** All objects of a type are known; after a first list nothing was told of them. Comparisons end with it, too. */
    default void listed(ResourceType type, Origin origin, Situation situation) {
    }

    /** Every ten seconds, for what time alone changes. */
    default void look(Situation situation) {
    }

    /** Lines of the ledger beside its own, for what the same objects show and no history keeps. */
    default List<String> sourcesWithoutHistory() {
        return List.of();
    }

    /** Whether the cluster keeps a history, so that a list shows what no watch told. */
    default boolean hasHistory() {
        return false;
    }
}
