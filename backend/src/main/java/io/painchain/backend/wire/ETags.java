package io.painchain.backend.wire;

import java.util.List;
import java.util.regex.Pattern;

import io.painchain.backend.problem.ProblemType;

public final class ETags {

    private static final Pattern LIST = Pattern.compile("(?:W/)?\"[^\"]*+\"(?:\\s*+,\\s*+(?:W/)?\"[^\"]*+\")*+");
    private static final Pattern STRONG = Pattern.compile("(?<!W/)\"([^\"]*)\"");

    private ETags() {
    }

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** @param ifMatch the header's values; without any there is no condition */
    public static void check(List<String> ifMatch, long version, String noun) {
        var condition = String.join(", ", ifMatch).strip();
        if (condition.isEmpty() || condition.equals("*")) {
            return;
        }
        if (!LIST.matcher(condition).matches()) {
            throw ProblemType.invalid("If-Match", "must be the ETag of the " + noun + " as it was read, such as \"3\", or *");
        }
        var versions = STRONG.matcher(condition).results().map(match -> match.group(1)).toList();
        if (!versions.contains(Long.toString(version))) {
            throw ProblemType.PRECONDITION_FAILED.problem("The " + noun + " was changed meanwhile and has version " + version
                    + " now; read it again and decide anew.");
        }
    }
}
