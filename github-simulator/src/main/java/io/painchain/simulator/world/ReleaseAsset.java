package io.painchain.simulator.world;

import java.time.Instant;

/** A file that belongs to a release. */
public record ReleaseAsset(long id, String name, String contentType, long size, Account uploader, Instant createdAt) {
}
