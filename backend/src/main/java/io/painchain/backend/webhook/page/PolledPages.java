package io.painchain.backend.webhook.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.webhook.BodyPartitions;
import io.painchain.backend.webhook.page.PolledPageRepository.Row;
import io.painchain.model.integration.PolledPage;
import io.vertx.core.json.JsonObject;

/** A row of the inbox that is never digested: expiry, caps, erasure and rehearsals are those of deliveries. */
@Singleton
class PolledPages {

    private final PolledPageRepository repository;
    private final IntegrationDirectory directory;
    private final BodyPartitions partitions;
    private final RepeatedTransaction transaction;
    private final Ids ids;
    private final Clock clock;

    PolledPages(PolledPageRepository repository, IntegrationDirectory directory, BodyPartitions partitions,
            RepeatedTransaction transaction, Ids ids, Clock clock) {
        this.repository = repository;
        this.directory = directory;
        this.partitions = partitions;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Dated by our clock: a provider's would have a partition made for whatever day it names.
     *
     * @throws IllegalArgumentException where the body is no base64
     */
    void keep(IntegrationReference integration, PolledPage page) {
        var body = Base64.getDecoder().decode(page.body());
        var headers = new JsonObject().put(PolledPage.ADDRESS, page.url()).put(PolledPage.READ_AT, page.readAt().toString());
        var row = new Row(integration.tenantId(), integration.id(), integration.type(), ids.next(), key(page, body),
                clock.instant(), page.bytes(), headers.encode(), body);
        partitions.ensure(row.day());
        transaction.call(() -> {
            directory.hold(integration);
            return repository.keep(row);
        });
    }

    private static String key(PolledPage page, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(page.url().getBytes(StandardCharsets.UTF_8));
            return PolledPage.EVENT + ":" + HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
