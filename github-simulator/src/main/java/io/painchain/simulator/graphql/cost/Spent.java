package io.painchain.simulator.graphql.cost;

import io.painchain.simulator.limit.Quota;

/** What a query cost, and the quota after it. */
public record Spent(int cost, int nodeCount, Quota quota) {
}
