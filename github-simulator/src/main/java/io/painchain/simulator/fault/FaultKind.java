package io.painchain.simulator.fault;

import java.util.function.BiFunction;

import io.painchain.simulator.http.HttpResponse;

/** The kinds of fault. */
public enum FaultKind {
    /** Another status, with GitHub's words for it. */
    STATUS(FaultEffects::status),
    /** The regular answer, later. */
    DELAY(FaultEffects::delayed),
    /** The regular answer in small pieces with pauses. */
    DRIBBLE(FaultEffects::dribbled),
    /** The regular answer, closed in the middle of its body. */
    CUT(FaultEffects::cut),
    /** Closed without an answer. */
    SILENCE(FaultEffects::silence),
    /** The connection is reset, after so many bytes of the answer. */
    RESET(FaultEffects::reset),
    /** JSON that ends too early, though complete as HTTP. */
    MALFORMED(FaultEffects::malformed),
    /** A page for people with status 200, as a captive proxy sends. */
    HTML(FaultEffects::html),
    /** The regular answer under another content type. */
    CONTENT_TYPE(FaultEffects::contentType),
    /** A redirect to a given address. */
    REDIRECT(FaultEffects::redirect),
    /** A redirect to the very same address. */
    REDIRECT_LOOP(FaultEffects::redirectLoop),
    /** The regular answer, whose {@code Link} leads to a given address. */
    LINK(FaultEffects::link),
    /** "Not modified" to whoever names an ETag, whatever changed. */
    NOT_MODIFIED(FaultEffects::notModified),
    /** A GraphQL answer of which only so many lists were resolved before its resources ran out. */
    PARTIAL(PartialAnswer::play);

    private final BiFunction<Fault, Exchange, HttpResponse> effect;

    FaultKind(BiFunction<Fault, Exchange, HttpResponse> effect) {
        this.effect = effect;
    }

    HttpResponse play(Fault fault, Exchange exchange) {
        return effect.apply(fault, exchange);
    }
}
