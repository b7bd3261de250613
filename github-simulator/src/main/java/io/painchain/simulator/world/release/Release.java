package io.painchain.simulator.world.release;

import java.time.Instant;
import java.util.List;

import io.painchain.simulator.world.account.Account;

/** A release; created_at is the time of its commit, published_at is null while it is a draft. */
public record Release(long id, String tag, String target, String name, String body, boolean draft, boolean prerelease,
        Account author, Instant createdAt, Instant updatedAt, Instant publishedAt, List<ReleaseAsset> assets) {

    Release edited(String newName, String newBody, Instant moment) {
        return new Release(id, tag, target, newName == null ? name : newName, newBody == null ? body : newBody, draft,
                prerelease, author, createdAt, moment, publishedAt, assets);
    }

    Release published(Instant moment) {
        return new Release(id, tag, target, name, body, false, prerelease, author, createdAt, moment, moment, assets);
    }
}
