package io.painchain.kubernetes.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** @param tag {@code null}: none; {@code digest} likewise */
public record ImageName(String repository, String tag, String digest) {

    private static final String COMMIT = "[0-9a-f]{40}";
    private static final String SHORT_COMMIT = "[0-9a-f]{7,39}";

    public static ImageName parse(String image) {
        int at = image.indexOf('@');
        String digest = at < 0 ? null : image.substring(at + 1);
        String rest = at < 0 ? image : image.substring(0, at);
        int colon = rest.lastIndexOf(':');
        boolean tagged = colon > rest.lastIndexOf('/');
        return new ImageName(tagged ? rest.substring(0, colon) : rest, tagged ? rest.substring(colon + 1) : null, digest);
    }

    /** The version as a title shows it. */
    public String version() {
        if (tag != null) {
            return tag.matches(COMMIT) ? tag.substring(0, 7) : tag;
        }
        return digest == null ? "latest" : digest.substring(0, Math.min(digest.length(), 19));
    }

    /** What builds and releases of the same image are found by. */
    public List<String> keys(Map<String, String> sources) {
        List<String> keys = new ArrayList<>();
        if (tag != null) {
            keys.add("image:" + repository + ":" + tag);
        }
        if (digest != null) {
            keys.add("image:" + repository + "@" + digest);
        }
        if (tag != null && tag.matches(COMMIT) && sources.containsKey(repository)) {
            keys.add("commit:" + sources.get(repository) + "@" + tag);
        }
        return keys;
    }

    /** A tag that looks like the beginning of a commit's name; {@code null}: it does not. */
    public String commitPrefix() {
        return tag != null && tag.matches(SHORT_COMMIT) && tag.matches(".*[a-f].*") && tag.matches(".*[0-9].*") ? tag : null;
    }
}
