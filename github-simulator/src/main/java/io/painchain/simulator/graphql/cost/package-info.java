/**
 * What a query costs, and when it is too dear.
 */
package io.painchain.simulator.graphql.cost;
