package io.painchain.simulator.graphql;

import io.painchain.simulator.limit.Quota;

/** What a query cost, and the quota after it. */
record Spent(int cost, int nodeCount, Quota quota) {
}
