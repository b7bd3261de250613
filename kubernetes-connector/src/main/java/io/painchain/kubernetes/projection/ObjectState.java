package io.painchain.kubernetes.projection;

import java.time.Instant;

/**
 * What is kept of an object.
 *
 * @param changedAt when what matters of it was changed last, as the server noted it
 * @param manager the tool that did; {@code null}: unknown
 * @param hash equal where nothing that matters differs
 * @param facts what its kind of change reads of it; {@code null} where only the checkpoint knows the object
 */
public record ObjectState(String namespace, String name, String uid, Instant created, Instant asOf, Instant changedAt,
        String manager, int hash, Object facts) {

    public String key() {
        return namespace == null ? name : namespace + "/" + name;
    }

    public <T> T facts(Class<T> type) {
        return type.isInstance(facts) ? type.cast(facts) : null;
    }

    public ObjectState facts(Object other) {
        return new ObjectState(namespace, name, uid, created, asOf, changedAt, manager, hash, other);
    }

    /** Eight digits, as ids have it: a recreated object is another. */
    public String shortUid() {
        String digits = uid.replace("-", "");
        return digits.length() <= 8 ? digits : digits.substring(0, 8);
    }

    /** Six digits, as ids have it. */
    public String shortHash() {
        return Digests.hex(hash, 6);
    }

    public static ObjectState of(Meta meta, Managed managed, Managed.Change change, int hash, Object facts) {
        Instant changedAt = change == null ? meta.created() : change.at();
        return new ObjectState(meta.namespace(), meta.name(), meta.uid(), meta.created(),
                Json.newest(managed.newest(), meta.created(), changedAt), changedAt == null ? Instant.EPOCH : changedAt,
                change == null ? null : change.manager(), hash, facts);
    }

    public ObjectState asOf(Instant... others) {
        Instant newest = Json.newest(Json.newest(others), asOf);
        return new ObjectState(namespace, name, uid, created, newest, changedAt, manager, hash, facts);
    }
}
