package io.painchain.connector.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Images of containers that a text names with registry and tag or digest, as keys: what rolls out the same image has them, too.
 * A name without a tag says nothing of a change, one without a registry may be any word.
 */
final class ImageNames {

    private static final int MOST = 10;
    private static final int READ = 20_000;
    private static final Pattern NAME = Pattern.compile("(?<![\\w/@:.-])(?:https?://)?"
            + "((?:localhost|[a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,63}){1,8})(?::\\d{2,5})?(?:/[a-z0-9][a-z0-9._-]{0,127}){1,8})"
            + "(?::(\\w(?:[\\w.-]{0,126}\\w)?))?(?:@(sha256:[0-9a-f]{64}))?(?![\\w/])");

    private ImageNames() {
    }

    static List<String> keys(String text) {
        Set<String> keys = new LinkedHashSet<>();
        Matcher name = NAME.matcher(text.length() > READ ? text.substring(0, READ) : text);
        while (keys.size() < MOST && name.find()) {
            if (name.group(2) != null) {
                keys.add("image:" + name.group(1) + ":" + name.group(2));
            }
            if (name.group(3) != null) {
                keys.add("image:" + name.group(1) + "@" + name.group(3));
            }
        }
        return new ArrayList<>(keys);
    }
}
