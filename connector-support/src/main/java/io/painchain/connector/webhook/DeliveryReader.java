package io.painchain.connector.webhook;

import java.util.List;

import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookOutput.Outcome;

/** Deliveries of one repository, read in its turn. */
public interface DeliveryReader {

    /** Throws where drafts could not be stored. */
    List<Outcome> digest(List<Delivery> deliveries);

    /** Stores nothing and asks nobody. */
    List<Derivation> derive(List<Delivery> deliveries);
}
