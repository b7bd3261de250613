package io.painchain.connector.simple;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.draft.DraftScope;
import io.painchain.connector.list.ListRule;
import io.painchain.model.event.EventDraft;

/**
 * What a connector says of its provider; a bean of this type is all that it needs beside its metadata.
 *
 * @param <T> a record of the provider's list
 */
public interface SimpleConnector<T> {

    /** Names {@code connector-metadata/{type}.json} and the integrations that are polled. */
    String type();

    /** @throws IllegalArgumentException with a sentence for the user where an integration's configuration cannot work */
    Account account(Map<String, Object> config);

    /** Whatever has a list of its own, under names that users know. The connection test calls it first. */
    List<String> repositories(JsonApi api, Map<String, Object> config);

    /** Of a repository's first page, below the account's server. */
    String path(String repository);

    /** The next page's address or path where no Link header names it; {@code null} on the last. */
    default String next(JsonNode page) {
        return null;
    }

    /** How records are read and told apart, and the moment by which the list is ordered, which must not change. */
    ListRule<T> list();

    /** Whether the record may still change; it is read again until it does not, for a day at most. */
    default boolean goesOn(T change) {
        return false;
    }

    /** A pure function: the same record gives the same draft, whose external id never changes. */
    EventDraft draft(DraftScope scope, T change);
}
