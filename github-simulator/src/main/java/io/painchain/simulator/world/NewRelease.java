package io.painchain.simulator.world;

/** A release to make; its tag is created where it does not exist. */
public record NewRelease(String tag, String target, String name, String body, boolean draft, boolean prerelease) {

    public NewRelease(String tag) {
        this(tag, "main", tag, "", false, false);
    }

    public NewRelease named(String text) {
        return new NewRelease(tag, target, text, body, draft, prerelease);
    }

    public NewRelease body(String text) {
        return new NewRelease(tag, target, name, text, draft, prerelease);
    }

    public NewRelease asDraft() {
        return new NewRelease(tag, target, name, body, true, prerelease);
    }

    public NewRelease asPrerelease() {
        return new NewRelease(tag, target, name, body, draft, true);
    }
}
