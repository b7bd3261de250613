package io.painchain.backend.subscription;

import java.util.List;

import io.painchain.model.validation.FieldError;

/** What this package needs of the one that reads filters, which depends on it. */
public interface SubscriptionFilter {

    /** @return what is wrong with a query string as the timeline takes it */
    List<FieldError> errors(String tenantId, String query);
}
