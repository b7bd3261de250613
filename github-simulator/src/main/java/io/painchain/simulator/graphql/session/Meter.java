package io.painchain.simulator.graphql.session;

import io.painchain.simulator.limit.Quota;

/** Counts what a query costs against the viewer's quota. */
@FunctionalInterface
public interface Meter {

    Quota charge(int points);
}
