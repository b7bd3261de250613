package io.painchain.gitlab.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.gitlab.api.record.MergeRequest;
import io.painchain.gitlab.api.record.git.Commit;

/** Recognizes reverts and hotfixes by their wording. */
final class MergeRequestNature {

    // No \b: Java scans back over combining marks, which takes quadratic time.
    private static final Pattern REVERT_TITLE = Pattern.compile("(?i)^\\s*+(?:draft:\\s*+)?+revert(?!\\w)");
    /** GitLab's revert button writes {@code This reverts merge request !12}. */
    private static final Pattern REVERTED_REQUEST = Pattern
            .compile("(?i)(?<!\\w)This reverts merge request !(\\d{1,9})(?!\\w)");
    private static final Pattern REVERTED_COMMIT = Pattern.compile("(?i)(?<!\\w)This reverts commit ([0-9a-f]{7,40})(?!\\w)");
    private static final Pattern HOTFIX = Pattern.compile("(?i)(^|[^a-z])hot[-_ ]?fix([^a-z]|$)");
    private static final int WHOLE_SHA = 40;

    /** {@code commits} are whole SHAs only; {@code words} name all. */
    record Reverts(List<Long> requests, List<String> commits, List<String> words) {
    }

    private MergeRequestNature() {
    }

    /** Without words where only the title says "Revert"; {@code null} where nothing is reverted. */
    static Reverts reverts(MergeRequest request, List<Commit> commits) {
        List<String> texts = new ArrayList<>();
        texts.add(request.description());
        if (commits != null) {
            commits.forEach(commit -> texts.add(commit.message()));
        }
        Set<Long> requests = new LinkedHashSet<>();
        Set<String> shas = new LinkedHashSet<>();
        for (String text : texts) {
            each(REVERTED_REQUEST, text, found -> requests.add(Long.valueOf(found)));
            each(REVERTED_COMMIT, text, found -> shas.add(found.toLowerCase(Locale.ROOT)));
        }
        boolean named = request.title() != null && REVERT_TITLE.matcher(request.title()).lookingAt();
        if (!named && requests.isEmpty() && shas.isEmpty()) {
            return null;
        }
        List<String> words = new ArrayList<>(requests.stream().map(iid -> "!" + iid).toList());
        words.addAll(shas);
        return new Reverts(List.copyOf(requests), shas.stream().filter(sha -> sha.length() == WHOLE_SHA).toList(), words);
    }

    static boolean hotfix(MergeRequest request) {
        return isHotfix(request.sourceBranch()) || isHotfix(request.title())
                || request.labels().stream().anyMatch(MergeRequestNature::isHotfix);
    }

    private static boolean isHotfix(String text) {
        return text != null && HOTFIX.matcher(text).find();
    }

    private static void each(Pattern pattern, String text, Consumer<String> use) {
        if (text != null) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                use.accept(matcher.group(1));
            }
        }
    }
}
