package io.painchain.connector.limit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Addresses that refuse by themselves, as if the token were bad or a limit reached, while others answer the same token.
 * To hold the token back for one of them would take everything else away.
 */
final class LoneRefusals {

    private static final int KEPT = 200;
    private static final Pattern NAME_OF_ONE = Pattern.compile("(?<=/)(?:\\d+|[0-9a-fA-F]{7,64}|[^/]*\\.\\.\\.[^/]*)(?=/|$)");

    enum Verdict {
        FIRST,
        /** Nothing else was asked since: whether others are answered is not known. */
        AGAIN,
        /** Others were answered since. */
        ALONE
    }

    private final Map<String, Long> refused = new LinkedHashMap<>();
    private long answers;

    /** Numbers and commits do not tell addresses apart. */
    static String address(URI url) {
        return NAME_OF_ONE.matcher(String.valueOf(url.getRawPath())).replaceAll("*");
    }

    void answered(String address) {
        answers++;
        refused.remove(address);
    }

    Verdict refused(String address) {
        Long answersBefore = refused.remove(address);
        if (refused.size() >= KEPT) {
            refused.remove(refused.keySet().iterator().next());
        }
        refused.put(address, answers);
        if (answersBefore == null) {
            return Verdict.FIRST;
        }
        return answers > answersBefore ? Verdict.ALONE : Verdict.AGAIN;
    }
}
