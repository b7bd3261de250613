package io.painchain.simulator.fault;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;

import io.painchain.simulator.http.HttpResponse;

/** The kinds of fault. */
public enum FaultKind {
    /** Another status, with the server's words for it. */
    STATUS(FaultEffects::refused),
    /** A status and a body, word for word. */
    ANSWER(SpoiltBodies::answer),
    /** An error that says that something of a resource is not available. */
    NOT_AVAILABLE(FaultEffects::refused),
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
    /** Nothing, or nothing more after so many bytes, on a connection that stays open. */
    HANG(FaultEffects::hang),
    /** The regular answer with so much white space that it has so many bytes. */
    LARGE(FaultEffects::large),
    /** JSON that ends too early, though complete as HTTP. */
    MALFORMED(SpoiltBodies::malformed),
    /** A page for people, with status 200 unless told otherwise, as a captive proxy sends. */
    HTML(SpoiltBodies::html),
    /** The regular answer under another content type. */
    CONTENT_TYPE(SpoiltBodies::contentType),
    /** A redirect to a given address. */
    REDIRECT(FaultEffects::redirect),
    /** A redirect to the very same address. */
    REDIRECT_LOOP(FaultEffects::redirectLoop),
    /** The regular answer, the first list in which begins with one more record. */
    RECORD(SpoiltBodies::record),
    /** The regular answer, whose {@code Link} leads to a given address. */
    LINK(FaultEffects::link),
    /** The regular answer, whose links lead to another origin. */
    LINK_ORIGIN(FaultEffects::linkOrigin),
    /** The regular answer without some of its headers. */
    WITHOUT(FaultEffects::without),
    /** The regular answer, to which headers can be added. */
    REGULAR(FaultEffects::regular),
    /** "Not modified" to whoever names an ETag, whatever changed. */
    NOT_MODIFIED(FaultEffects::notModified),
    /** A GraphQL answer of which only so many lists were resolved before its resources ran out. */
    PARTIAL(PartialAnswer::play),
    /** A GraphQL answer without data, as for a query that took too long. */
    GRAPHQL_NULL(FaultEffects::refused),
    /** GraphQL's primary limit under its newer name. */
    GRAPHQL_LIMIT(FaultEffects::refused),
    /** GraphQL's secondary limit with status 200. */
    GRAPHQL_SECONDARY(FaultEffects::refused);

    private static final Set<FaultKind> HARMLESS = EnumSet.of(DELAY, DRIBBLE, LINK, LINK_ORIGIN, RECORD, WITHOUT, REGULAR,
            NOT_MODIFIED, REDIRECT, PARTIAL);

    private final BiFunction<Fault, Exchange, HttpResponse> effect;

    FaultKind(BiFunction<Fault, Exchange, HttpResponse> effect) {
        this.effect = effect;
    }

    /** Whether who asks does not get what was asked for, however often. */
    boolean withholds() {
        return !HARMLESS.contains(this);
    }

    HttpResponse play(Fault fault, Exchange exchange) {
        return effect.apply(fault, exchange);
    }
}
