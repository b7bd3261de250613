package io.painchain.connector.webhook;

import java.util.List;
import java.util.Set;

import io.painchain.connector.draft.Drafts;
import io.painchain.model.event.EventDraft;

/**
 * What a delivery means for one kind of change.
 *
 * @param kind its name, or null where it concerns none, or all
 * @param drafts said by the payload alone
 * @param news whether the kind's lists have more to tell: they are to be read soon
 * @param lookup what reading them now has to show, or null where nothing waits for it
 * @param reason a sentence where there is no draft, else null
 */
public record HookReading(String kind, List<EventDraft> drafts, boolean news, Lookup lookup, String reason) {

    /** What was not asked for is left out and not named as missing: a poll may have stored it. */
    public static HookReading drafted(EventDraft draft) {
        return drafted(List.of(draft));
    }

    public static HookReading drafted(List<EventDraft> drafts) {
        return new HookReading(null, drafts.stream().map(draft -> Drafts.without(draft, "missing")).toList(), false, null,
                null);
    }

    /** The poll adds what the payload lacks. */
    public HookReading toBeCompleted() {
        return new HookReading(kind, drafts, true, lookup, reason);
    }

    public static HookReading lookedUp(Lookup lookup, String reason) {
        return new HookReading(null, List.of(), true, lookup, reason);
    }

    public static HookReading hint(String reason) {
        return new HookReading(null, List.of(), true, null, reason);
    }

    public static HookReading ignored(String reason) {
        return new HookReading(null, List.of(), false, null, reason);
    }

    public HookReading of(String itsKind) {
        return new HookReading(itsKind, drafts, news, lookup, reason);
    }

    public boolean isIgnored() {
        return drafts.isEmpty() && !news;
    }

    /**
     * @param eventPrefix how the external id begins that is looked for
     * @param states in one of which it has to be; empty: it must have happened about when the delivery came
     */
    public record Lookup(String eventPrefix, Set<String> states) {

        private static final String SEPARATORS = "#@~-.";

        public Lookup(String eventPrefix) {
            this(eventPrefix, Set.of());
        }

        /** A longer number or name that begins alike is another's. */
        public boolean names(String externalId) {
            return externalId.startsWith(eventPrefix) && (externalId.length() == eventPrefix.length()
                    || isSeparator(externalId.charAt(eventPrefix.length()))
                    || isSeparator(eventPrefix.charAt(eventPrefix.length() - 1)));
        }

        private static boolean isSeparator(char sign) {
            return SEPARATORS.indexOf(sign) >= 0;
        }
    }
}
