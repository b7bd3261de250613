package io.painchain.backend.named;

import io.painchain.backend.database.Row;

/**
 * A kind of thing that a tenant keeps by name: a table of {@code tenant_id, id, name, version, created_at, updated_at} and one
 * column of content.
 *
 * @param <R> as it is asked for
 * @param <V> as it is shown
 */
public interface NamedKind<R extends Record, V> {

    /** What it is, for the caller. */
    String noun();

    String table();

    /** The column of the content. */
    String column();

    Class<R> requestType();

    String name(R request);

    /** As a parameter of a statement. */
    Object content(R request);

    /** The request that would make it what it is. */
    R requestOf(V view);

    long version(V view);

    V view(Row row);

    /** A valid request as it is stored. */
    default R normal(R request) {
        return request;
    }
}
