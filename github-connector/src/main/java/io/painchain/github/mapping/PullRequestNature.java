package io.painchain.github.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.git.Commit;
import io.painchain.model.event.TypedKey;

/** Recognizes reverts and hotfixes by their wording. */
final class PullRequestNature {

    // No \b: Java scans back over combining marks, which takes quadratic time.
    private static final Pattern REVERT_TITLE = Pattern.compile("(?i)^\\s*+revert(?!\\w)");
    /** GitHub's revert button writes {@code Reverts owner/repo#12} into the body. */
    private static final Pattern REVERTED_PULL = Pattern
            .compile(
                    "(?im)^[ \\t]*+(?:this )?+reverts?+\\s{1,9}+(?:(?:pull request|PR)\\s{1,9}+)?+([\\w.-]{1,100}+/[\\w.-]{1,100}+)?+#(\\d{1,9})(?!\\w)");
    /** {@code git revert} writes this into the commit's message. */
    private static final Pattern REVERTED_COMMIT = Pattern.compile("(?i)(?<!\\w)This reverts commit ([0-9a-f]{7,40})(?!\\w)");
    private static final Pattern OWN_PULL = Pattern.compile("#(\\d{1,18})");
    private static final Pattern WHOLE_SHA = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern HOTFIX = Pattern.compile("(?i)(^|[^a-z])hot[-_ ]?fix([^a-z]|$)");

    private PullRequestNature() {
    }

    /** {@code #12} and SHAs; empty where only the title says "Revert", null where nothing is reverted. */
    static List<String> reverts(PullRequest pull, List<Commit> commits) {
        List<String> texts = new ArrayList<>();
        texts.add(pull.body());
        if (commits != null) {
            commits.forEach(commit -> texts.add(commit.message()));
        }
        boolean named = pull.title() != null && REVERT_TITLE.matcher(pull.title()).lookingAt();
        Set<String> found = revertedIn(texts);
        return named || !found.isEmpty() ? List.copyOf(found) : null;
    }

    static boolean hotfix(PullRequest pull) {
        String branch = pull.head() == null ? null : pull.head().name();
        return isHotfix(branch) || isHotfix(pull.title())
                || pull.labels().stream().anyMatch(label -> isHotfix(label.name()));
    }

    private static boolean isHotfix(String text) {
        return text != null && HOTFIX.matcher(text).find();
    }

    /** As the texts name it: {@code #12}, {@code acme/api#12}, a SHA. */
    static Set<String> revertedIn(List<String> texts) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) {
            if (text != null) {
                each(REVERTED_COMMIT, text, matcher -> found.add(matcher.group(1).toLowerCase(Locale.ROOT)));
                each(REVERTED_PULL, text, matcher -> found
                        .add((matcher.group(1) == null ? "" : matcher.group(1)) + "#" + matcher.group(2)));
            }
        }
        return found;
    }

    /** Of what is named whole and in this repository. */
    static List<String> revertKeys(RepositoryScope scope, List<String> reverted) {
        return reverted.stream().map(thing -> key(scope, thing)).filter(Objects::nonNull).map(TypedKey.reverts::of).toList();
    }

    private static String key(RepositoryScope scope, String reverted) {
        String plain = reverted.startsWith(scope.project() + "#") ? reverted.substring(scope.project().length()) : reverted;
        Matcher pull = OWN_PULL.matcher(plain);
        if (pull.matches()) {
            return scope.pullRequest(Long.parseLong(pull.group(1)));
        }
        return WHOLE_SHA.matcher(plain).matches() ? scope.commit(plain) : null;
    }

    private static void each(Pattern pattern, String text, Consumer<Matcher> use) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            use.accept(matcher);
        }
    }
}
