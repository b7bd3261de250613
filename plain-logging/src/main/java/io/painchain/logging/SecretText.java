package io.painchain.logging;

import java.util.regex.Pattern;

/**
 * Stars instead of what looks like a secret, whatever system it opens: nothing is meant to log one, but what libraries and
 * other systems say of a failure is not ours.
 */
final class SecretText {

    /** Each keeps what tells which one it was. The counted repetitions bound how far a search goes. */
    private static final Pattern SECRET = Pattern.compile("""
            (?<scheme>\\b(?i:bearer|basic)\\x20)(?=[^\\s,"']{0,200}\\d)[\\w+/=.~-]{16,4000}\
            |(?<signed>\\beyJ)[\\w-]{8,4000}\\.[\\w-]{8,8000}(?:\\.[\\w-]{0,4000})?\
            |(?<address>://)[^\\s/@:]{0,200}:[^\\s/@]{1,400}(?=@)\
            |(?<prefix>\\b[a-z]{2,6}(?:_[a-z]{2,6})?[_-])(?=\\w{0,200}[A-Z])(?=\\w{0,200}\\d)\\w{20,400}""");
    private static final String STARS = "***";

    private SecretText() {
    }

    static String masked(String text) {
        return SECRET.matcher(text).replaceAll("${scheme}${signed}${address}${prefix}" + STARS);
    }
}
