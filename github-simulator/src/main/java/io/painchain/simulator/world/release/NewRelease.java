package io.painchain.simulator.world.release;

import java.util.List;

/** A release to make; its tag is created where it does not exist. */
public record NewRelease(String tag, String target, String name, String body, boolean draft, boolean prerelease,
        List<String> assets) {

    public NewRelease(String tag) {
        this(tag, "main", tag, "", false, false, List.of());
    }

    public NewRelease named(String text) {
        return new NewRelease(tag, target, text, body, draft, prerelease, assets);
    }

    public NewRelease body(String text) {
        return new NewRelease(tag, target, name, text, draft, prerelease, assets);
    }

    public NewRelease asDraft() {
        return new NewRelease(tag, target, name, body, true, prerelease, assets);
    }

    public NewRelease asPrerelease() {
        return new NewRelease(tag, target, name, body, draft, true, assets);
    }

    /** With files of these names. */
    public NewRelease assets(String... names) {
        return new NewRelease(tag, target, name, body, draft, prerelease, List.of(names));
    }
}
