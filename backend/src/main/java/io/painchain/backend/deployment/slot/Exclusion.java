package io.painchain.backend.deployment.slot;

/** Why something is not in a figure. */
public enum Exclusion {
    firstKnown("the first deployment that is known of its place: what was there before is not"),
    baseUnknown("nothing that was read leads from the version before to this one"),
    tooMany("more commits than are listed"),
    noAuthorDate("a commit whose author date was not read"),
    oddTime("a time that is later than what follows it"),
    partial("a part of the deployment failed, and was not repeated"),
    notProduction("not done in production"),
    tooYoung("done less than 24 hours ago: it may still be undone"),
    noCommits("the work's own commits were not read"),
    notReviewed("nobody else reviewed it");

    private final String sentence;

    Exclusion(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
