package io.painchain.simulator.world.release;

import java.time.Instant;

import io.painchain.simulator.world.account.Account;

/** A file that belongs to a release. */
public record ReleaseAsset(long id, String name, String contentType, long size, Account uploader, Instant createdAt) {
}
