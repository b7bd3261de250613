package io.painchain.backend.webhook.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.painchain.backend.webhook.Payload;
import io.painchain.backend.webhook.StoredBody;
import io.painchain.model.connector.Intake;
import io.painchain.model.validation.Limits;

/** From a delivery that is proved to the row that is stored. */
final class DeliveryMapper {

    static final String UNWANTED = "Its event is not among those that the webhook's configuration names.";
    private static final int LONGEST_EVENT = 200;

    private DeliveryMapper() {
    }

    static NewDelivery toRow(UUID id, String type, Sender sender, Intake intake, IncomingDelivery delivery, Payload payload) {
        var pointers = Stream.of(intake.names().eventPointers(), intake.target().repository())
                .flatMap(list -> list == null ? Stream.of() : list.stream()).toList();
        var values = payload.values(pointers);
        var event = delivery.header(intake.names().event()).or(() -> first(intake.names().eventPointers(), values))
                .map(text -> clean(text, LONGEST_EVENT)).orElse(null);
        var repository = first(intake.target().repository(), values).map(text -> clean(text, Limits.PROJECT)).orElse(null);
        return new NewDelivery(sender.tenantId(), sender.integrationId(), id, key(intake, delivery), type, sender.configId(),
                event, repository, delivery.receivedAt(), delivery.body().length, sender.wants(event) ? null : UNWANTED,
                DeliveryHeaders.kept(delivery.headers(), intake.verify()), StoredBody.pack(delivery.body()));
    }

    /** Whoever names no delivery sends the same body for the same thing, at best. */
    private static String key(Intake intake, IncomingDelivery delivery) {
        return delivery.header(intake.names().delivery()).map(DeliveryMapper::shortened)
                .orElseGet(() -> "sha256:" + digest(delivery.body()));
    }

    private static String shortened(String key) {
        var clean = clean(key, Integer.MAX_VALUE);
        return clean.length() <= Limits.DELIVERY_ID ? clean : "sha256:" + digest(clean.getBytes(UTF_8));
    }

    private static Optional<String> first(List<String> pointers, Map<String, String> values) {
        return pointers == null ? Optional.empty()
                : pointers.stream().map(values::get).filter(value -> value != null).findFirst();
    }

    private static String clean(String text, int longest) {
        var clean = text.replace("\0", "");
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
