package io.painchain.backend.event.search;

/**
 * A value that events are found by besides their words, as a number: shorter than the value and quicker to compare. Different
 * values may share one, so that what is found by it is compared again.
 */
public enum EventName {
    // Stored: neither the order nor the digest may change.
    TAG,
    /** A correlation key or an entity. */
    LINK,
    /** When it happened, in UTC: {@code 2026-01-31}. */
    DAY,
    /** {@code 2026-01}. */
    MONTH,
    /** {@code 2026-01-31T12}. */
    HOUR;

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long FIRST_MIX = 0xff51afd7ed558ccdL;
    private static final long SECOND_MIX = 0xc4ceb9fe1a85ec53L;
    private static final int SHIFT = 33;

    /** FNV-1a over the characters, with MurmurHash3's last step. */
    public long of(String value) {
        long digest = (BASIS ^ ordinal()) * PRIME;
        for (int i = 0; i < value.length(); i++) {
            digest = (digest ^ value.charAt(i)) * PRIME;
        }
        digest = (digest ^ digest >>> SHIFT) * FIRST_MIX;
        digest = (digest ^ digest >>> SHIFT) * SECOND_MIX;
        return digest ^ digest >>> SHIFT;
    }
}
