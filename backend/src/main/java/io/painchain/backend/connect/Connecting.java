package io.painchain.backend.connect;

import io.painchain.backend.security.Caller;

/** Who connects: what a flow is bound to beside its tenant. */
record Connecting(String key, String shown) {

    /** Without keys and people, all are one. */
    static Connecting of(Caller caller) {
        var key = caller.userId() != null ? "user " + caller.userId() : caller.keyId() != null ? "key " + caller.keyId() : "";
        return new Connecting(key, caller.name());
    }
}
